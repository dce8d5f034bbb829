import { useTranslation } from 'react-i18next';
import type { Message } from '../shared/api/types';
import { react } from './react';

export interface ReactionChipsProps {
  message: Message;
  reactions: Message['reactions'];
}

/** Counted chips below what was said; a click joins in or takes one's own back. */
export function ReactionChips({ message, reactions }: ReactionChipsProps) {
  const { t } = useTranslation();
  return (
    <span role="group" aria-label={t('messages.reactions')} className="flex flex-wrap gap-1 pt-1.5">
      {reactions.map(({ emoji, count, mine = false }) => (
        <button
          key={emoji}
          type="button"
          aria-pressed={mine ?? false}
          aria-label={`${emoji} ${count}`}
          onClick={() => void react(message, emoji, !mine, t)}
          className={`relative inline-flex h-7 items-center gap-1 rounded-full px-2 text-sm leading-none font-semibold tabular-nums transition-colors duration-(--quick) after:absolute after:-inset-y-1.5 after:inset-x-0 ${mine ? 'bg-accent text-on-accent hover:bg-accent-strong' : 'bg-accent/12 hover:bg-accent/20'}`}
        >
          <span aria-hidden className="text-md">{emoji}</span>
          {count}
        </button>
      ))}
    </span>
  );
}
