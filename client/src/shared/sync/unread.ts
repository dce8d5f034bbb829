import type { Message } from '../api/types';
import type { ChatState } from './chatState';
import { covers } from './ranges';

/** In a group that has topics each has a mark of its own. */
const isReadThere = ({ chat, part, partReads }: ChatState, { seq, topicSeq }: Message) =>
  chat.hasTopics && !part && seq <= (partReads[topicSeq ?? 0] ?? 0);

const counts = (state: ChatState, meId: string, after: number) =>
  state.messages.filter(row => row.seq > after && !isReadThere(state, row) && row.senderId !== meId && !row.isDeleted && !(row.type === 'SYSTEM' && row.isSilent)).length;

/** Exact where every message after the read mark is here; otherwise what the server said, plus what came since. */
export function withUnread(state: ChatState, meId: string, said: number, saidAtSeq: number): ChatState {
  const { lastReadSeq, visibleFromSeq } = state.mine;
  const from = Math.max(lastReadSeq + 1, visibleFromSeq, 1);
  const exact = covers(state.ranges, from, state.chat.lastSeq);
  const unread = exact ? counts(state, meId, from - 1) : said + counts(state, meId, Math.max(saidAtSeq, lastReadSeq));
  return unread === state.mine.unread ? state : { ...state, mine: { ...state.mine, unread } };
}

export function withRead(state: ChatState, meId: string, seq: number): ChatState {
  if (seq <= state.mine.lastReadSeq) return state;
  const read = { ...state, mine: { ...state.mine, lastReadSeq: seq } };
  const left = seq >= state.chat.lastSeq ? 0 : state.mine.unread;
  return withUnread(read, meId, left, state.chat.lastSeq);
}

/** A mark of one's own that came from the server, set here or on another device. */
export function withKnownRead(state: ChatState, meId: string, seq: number): ChatState {
  const read = withRead(state, meId, seq);
  return seq > read.readSent ? { ...read, readSent: seq } : read;
}
