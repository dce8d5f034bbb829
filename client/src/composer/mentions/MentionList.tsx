import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../shared/ui/Avatar';
import type { Mentions } from './useMentions';

export const mentionsId = 'mentions';
export const mentionId = (index: number) => `${mentionsId}-${index}`;

/** Above the field, which keeps the focus. */
export function MentionList({ mentions: { found, active, pick } }: { mentions: Mentions }) {
  const { t } = useTranslation();
  if (found.length === 0) return null;
  return (
    <ul id={mentionsId} role="listbox" aria-label={t('text.mentions')} className="mb-2 max-h-72 overflow-y-auto rounded-md bg-raised p-1 shadow-float">
      {found.map((candidate, index) => (
        <li
          key={candidate?.userId ?? 'all'}
          id={mentionId(index)}
          role="option"
          aria-selected={index === active}
          onPointerDown={event => { event.preventDefault(); pick(candidate); }}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-2 py-1 hover:bg-hover aria-selected:bg-selected"
        >
          {candidate
            ? <Avatar id={candidate.userId} name={candidate.user.displayName} picture={candidate.user.avatarUrl} size="xs" />
            : <span className="grid size-8.5 place-items-center rounded-full bg-sunken text-ink-2"><Users aria-hidden size={18} /></span>}
          <span className="min-w-0 truncate">{candidate?.user.displayName ?? t('text.everybody')}</span>
          <span className="ml-auto shrink-0 text-sm text-ink-2">@{candidate?.user.username ?? 'all'}</span>
        </li>
      ))}
    </ul>
  );
}
