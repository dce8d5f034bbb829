import type { ReactNode } from 'react';
import type { User } from '../../shared/api/types';
import { Avatar } from '../../shared/ui/Avatar';

/** Somebody in a list, what is said of them, and what can be done. */
export const PersonLine = ({ user, about, children }: { user: User; about: string; children?: ReactNode }) => (
  <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 py-1">
    <Avatar id={user.id} name={user.displayName} picture={user.avatarUrl} size="sm" />
    <span className="min-w-0 flex-1 leading-tight">
      <span className="block truncate font-medium">{user.displayName}</span>
      <span className="block truncate text-xs text-ink-2">{about}</span>
    </span>
    {children}
  </li>
);
