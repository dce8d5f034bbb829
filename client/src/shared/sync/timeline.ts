import type { Message } from '../api/types';
import type { ChatState } from './chatState';
import type { Range } from './ranges';

/** What may be shown without a hole: the messages of one contiguous range. */
export const rowsIn = (state: ChatState, [from, to]: Range): Message[] =>
  state.messages.filter(row => row.seq >= from && row.seq <= to && !row.isDeleted);

/** Whether the first message that this person may see is in this range. */
export const isStart = (state: ChatState, range: Range | null) =>
  range ? range[0] <= state.mine.visibleFromSeq + 1 : state.chat.lastSeq === 0;

export const lastMessage = (state: ChatState): Message | null =>
  state.messages.findLast(row => !row.isDeleted) ?? null;

export function messageAt({ messages }: ChatState, seq: number): Message | null {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle]!.seq < seq) low = middle + 1;
    else high = middle;
  }
  return messages[low]?.seq === seq ? messages[low]! : null;
}

/** One below one's own message: everybody who could read it did, in a private chat; somebody did, in a group. */
export function isSeen(state: ChatState, message: Message, meId: string): boolean {
  return Object.entries(state.reads).some(([userId, seq]) => userId !== meId && seq >= message.seq);
}

/** The same of what has reached them. */
export function isDelivered(state: ChatState, message: Message, meId: string): boolean {
  return Object.entries(state.delivered).some(([userId, seq]) => userId !== meId && seq >= message.seq);
}
