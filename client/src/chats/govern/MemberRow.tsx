import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../shared/api/types';
import { Avatar } from '../../shared/ui/Avatar';

export interface MemberRowProps {
  member: Member;
  meId: string;
  /** Null for whoever may do nothing about it. */
  onChoose: ((member: Member) => void) | null;
}

export function MemberRow({ member, meId, onChoose }: MemberRowProps) {
  const { t } = useTranslation();
  const { user, role, title } = member;
  const isMe = member.userId === meId;
  const isHeld = member.readOnlyUntil !== null && Date.parse(member.readOnlyUntil) > Date.now();
  const body = (
    <>
      <Avatar id={member.userId} name={user.displayName} picture={user.avatarUrl} size="sm" />
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block truncate font-medium">{isMe ? t('common.you') : user.displayName}</span>
        <span className="block truncate text-xs text-ink-2">{isHeld ? t('govern.restricted') : `@${user.username}`}</span>
      </span>
      {role !== 'MEMBER' && (
        <span className="max-w-28 truncate rounded-full bg-accent-soft px-2 text-xs font-semibold text-accent-text">{title ?? t(`role.${role}`)}</span>
      )}
    </>
  );
  const look = 'flex min-h-13 w-full items-center gap-3 text-left';
  return !onChoose || isMe ? <div className={look}>{body}</div> : (
    <button type="button" aria-label={t('govern.manage', { name: user.displayName })} className={`${look} rounded-md -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover`} onClick={() => onChoose(member)}>
      {body}
      <ChevronRight aria-hidden size={17} className="shrink-0 text-ink-3" />
    </button>
  );
}
