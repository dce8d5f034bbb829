import type { Message } from '../api/types';
import type { ChatState } from './chatState';
import { newest } from './ranges';

/** What may be shown without a hole: the messages of the newest contiguous range. */
export function shown(state: ChatState): Message[] {
  const range = newest(state.ranges);
  if (!range) return [];
  return state.messages.filter(row => row.seq >= range[0] && !row.isDeleted);
}

export const lastMessage = (state: ChatState): Message | null =>
  state.messages.findLast(row => !row.isDeleted) ?? null;

/** One below one's own message: everybody who could read it did, in a private chat; somebody did, in a group. */
export function isSeen(state: ChatState, message: Message, meId: string): boolean {
  return Object.entries(state.reads).some(([userId, seq]) => userId !== meId && seq >= message.seq);
}
