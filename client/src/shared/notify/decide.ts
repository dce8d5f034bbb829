import type { Message, Status } from '../api/types';
import type { ChatState } from '../sync/chatState';
import { isPartMuted } from '../sync/parts';
import { isArchived, isMuted, isQuiet } from '../sync/choices';

export type Notice = 'none' | 'quiet' | 'loud';

/** In the place of an id: everybody in the chat. */
const everybody = '00000000-0000-0000-0000-000000000000';

export const isMention = (message: Message, meId: string) =>
  message.mentions.includes(meId) || message.mentions.includes(everybody) || message.replyTo?.senderId === meId;

/** The server's rule (core/Stogram.Core/Notify): how somebody is told of a message. */
export function noticeOf(message: Message, state: ChatState, meId: string, status: Status, now: number): Notice {
  const { choices } = state.mine;
  if (message.senderId === meId || message.isDeleted || choices.notify === 'NONE') return 'none';
  if (choices.notify === 'MENTIONS' && !isMention(message, meId)) return 'none';
  if (state.chat.hasTopics && isPartMuted(state, message.topicSeq ?? 0, now)) return 'none';
  if (isMuted(choices, now) || status === 'DND') return 'none';
  return message.isSilent ? 'quiet' : 'loud';
}

/** Whether what is unread here is something one wants to be told of; else it is counted in grey. */
export function isCalling(state: ChatState, meId: string, now: number): boolean {
  const { choices, lastReadSeq } = state.mine;
  if (isQuiet(choices, now)) return false;
  return choices.notify === 'ALL' || state.messages.some(row => row.seq > lastReadSeq && isMention(row, meId));
}

export const unreadOf = ({ mine }: ChatState) => Math.max(mine.unread, mine.choices.isMarkedUnread ? 1 : 0);

/** What the badge and the title of the window count. */
export const unreadInAll = (chats: Iterable<ChatState>, meId: string, now: number) =>
  [...chats]
    .filter(state => unreadOf(state) > 0 && isCalling(state, meId, now) && !isArchived(state, meId, now))
    .reduce((sum, state) => sum + unreadOf(state), 0);
