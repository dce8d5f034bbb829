import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inApp } from '../../app/navigation';
import { useNow } from '../../chats/useNow';
import type { Message, Thread } from '../../shared/api/types';
import type { ChatState } from '../../shared/sync/chatState';
import { readIn, unreadIn } from '../../shared/sync/parts';
import { short } from '../../shared/time/format';
import { Avatar } from '../../shared/ui/Avatar';
import { Pill } from '../../shared/ui/Pill';

export interface ThreadChipProps {
  root: Message;
  thread: Thread;
  state: ChatState;
  meId: string;
}

/** What has been answered to a message: by whom, how often, when last. Leads to the thread. */
export function ThreadChip({ root, thread: { count, by, lastSeq, lastAt }, state, meId }: ThreadChipProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const fresh = useMemo(() => unreadIn(state, root.seq, meId), [state, root.seq, meId]);
  // What is not here cannot be counted: at least one is new.
  const isNew = by[0] !== meId && lastSeq > readIn(state, root.seq);
  const unread = Math.max(fresh, Number(isNew));
  return (
    <Link
      href={`/chat/${root.chatId}/thread/${root.seq}`}
      state={inApp}
      className="relative mt-1 mb-0.5 inline-flex min-h-8 max-w-full items-center gap-2 rounded-full bg-surface py-1 pr-2 pl-1 text-sm shadow-bubble ring-1 ring-line transition-colors duration-(--quick) after:absolute after:-inset-y-1.5 after:inset-x-0 hover:bg-hover"
    >
      <span aria-hidden className="flex shrink-0 -space-x-1.5">
        {by.map(id => (
          <span key={id} className="rounded-full ring-2 ring-surface">
            <Avatar id={id} name={state.members[id]?.user.displayName ?? t('common.someone')} picture={state.members[id]?.user.avatarUrl} size="2xs" />
          </span>
        ))}
      </span>
      <span className="font-semibold text-accent-text">{t('thread.replies', { count })}</span>
      {unread > 0 && <Pill size="sm" count={unread} label={t('thread.unread', { count: unread })} />}
      <span className="truncate text-xs text-ink-2">{t('thread.lastAt', { when: short(new Date(lastAt), now, i18n.language) })}</span>
      <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-3" />
    </Link>
  );
}
