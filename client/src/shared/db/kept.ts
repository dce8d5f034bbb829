import type { ChatState } from '../sync/chatState';
import { newest } from '../sync/ranges';

/** Enough to fill a screen several times over; what is older is paged in from the server again. */
const most = 100;

/** What this device keeps of a chat: the newest messages without a hole, exactly as the ranges say. */
export function kept(state: ChatState): ChatState {
  const range = newest(state.ranges);
  if (!range) return { ...state, messages: [], ranges: [], partRanges: {} };
  const inRange = state.messages.filter(row => row.seq >= range[0]);
  const messages = inRange.slice(-most);
  const from = messages.length < inRange.length ? messages[0]!.seq : range[0];
  return { ...state, messages, ranges: [[from, range[1]]], partRanges: {} };
}
