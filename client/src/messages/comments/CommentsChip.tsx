import { ChevronRight, MessageCircle } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../shared/api/types';
import type { ChatState } from '../../shared/sync/chatState';
import { useStore } from '../../shared/sync/store';
import { openThread } from '../thread/openThread';
import { JoinDiscussion } from './JoinDiscussion';

/** A post of a channel with a discussion, once its copy is there. */
export const isDiscussed = ({ twin }: Message, { chat }: ChatState) =>
  chat.type === 'CHANNEL' && Boolean(twin) && twin?.chatId === chat.linkedChatId;

/** How often a post was commented on. Leads to its thread in the discussion; who is not in there comes in first. */
export function CommentsChip({ post }: { post: Message }) {
  const { t } = useTranslation();
  const { chatId, seq } = post.twin!;
  const isIn = useStore(store => chatId in store.synced.chats);
  const [isJoining, setJoining] = useState(false);
  const count = post.thread?.count ?? 0;
  const open = () => openThread(chatId, seq);
  return (
    <>
      <button
        type="button"
        onClick={() => (isIn ? open() : setJoining(true))}
        className="relative mt-1 mb-0.5 inline-flex min-h-8 max-w-full items-center gap-2 rounded-full bg-surface px-2 py-1 text-sm shadow-bubble ring-1 ring-line transition-colors duration-(--quick) after:absolute after:-inset-y-1.5 after:inset-x-0 hover:bg-hover"
      >
        <MessageCircle aria-hidden size={16} className="shrink-0 text-accent-text" />
        <span className="font-semibold text-accent-text">{count > 0 ? t('comments.count', { count }) : t('comments.leave')}</span>
        <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-3" />
      </button>
      {isJoining && <JoinDiscussion channelId={post.chatId} onIn={open} onClose={() => setJoining(false)} />}
    </>
  );
}
