import type { Events, Message, Quote } from '../api/types';
import type { ChatState, Part } from './chatState';
import { withMessages } from './mergeMessages';
import { type Ask, spanOf } from './pages';
import { addRange } from './ranges';
import { withUnread } from './unread';

type PartMark = Omit<Events['thread:read'], 'chatId'>;
type Said = Pick<Message, 'seq' | 'threadSeq' | 'topicSeq'>;

export const holds = ({ kind, seq }: Part, row: Said) =>
  kind === 'thread' ? row.seq === seq || row.threadSeq === seq : (row.topicSeq ?? 0) === seq;

/** A part of a chat as a chat of its own: its messages, what is here of it without a hole, and how far one has read. */
export function partOf(state: ChatState, part: Part, meId: string): ChatState {
  const messages = state.messages.filter(row => holds(part, row));
  const ranges = (state.partRanges[part.seq] ?? []).reduce(addRange, state.ranges);
  const mine = { ...state.mine, lastReadSeq: readIn(state, part.seq), unread: 0 };
  const chat = { ...state.chat, lastSeq: messages.at(-1)?.seq ?? part.seq };
  return withUnread({ ...state, part, chat, mine, messages, ranges }, meId, 0, 0);
}

/** How many answers in a thread are new, of those that are here. */
export const unreadIn = (state: ChatState, root: number, meId: string) => {
  const read = readIn(state, root);
  return state.messages.filter(row => row.threadSeq === root && row.seq > read && row.senderId !== meId && !row.isDeleted).length;
};

/** Whoever has read the chat has read what is in it. */
export const readIn = ({ partReads, mine }: ChatState, seq: number) => Math.max(partReads[seq] ?? 0, mine.lastReadSeq);

export function withPartRead(state: ChatState, part: number, seq: number, meId: string): ChatState {
  if (seq <= (state.partReads[part] ?? 0)) return state;
  const read = { ...state, partReads: { ...state.partReads, [part]: seq } };
  return withUnread(read, meId, read.mine.unread, read.chat.lastSeq);
}

/** A mark of one's own as the server has it: how far one has read, and whether one wants to hear of it. */
export function withPartMark(state: ChatState, { thread, seq, mutedUntil }: PartMark, meId: string): ChatState {
  const read = withPartRead(state, thread, seq, meId);
  const { [thread]: before, ...others } = read.partMutes ?? {};
  if ((mutedUntil ?? undefined) === before) return read;
  return { ...read, partMutes: mutedUntil ? { ...others, [thread]: mutedUntil } : others };
}

export const isPartMuted = ({ partMutes }: ChatState, seq: number, now: number) => Date.parse(partMutes?.[seq] ?? '') > now;

export function withPartPage(state: ChatState, part: Part, ask: Ask, rows: readonly Message[], lastSeq: number): ChatState {
  const span = spanOf(ask, rows.map(row => row.seq), lastSeq);
  const ranges = addRange(state.partRanges[part.seq] ?? [], span);
  return { ...withMessages(state, rows), partRanges: { ...state.partRanges, [part.seq]: ranges } };
}

/** Where what is written there is kept until it is sent. */
export const placeKey = ({ chat, part }: Pick<ChatState, 'chat' | 'part'>) => (part ? `${chat.id}/${part.seq}` : chat.id);

/** What is answered by what is written in a thread: its root, or where that is gone the last that was said in it. */
export function answered({ part, messages }: ChatState): Quote | null {
  const said = messages.filter(row => !row.isDeleted);
  const to = part?.kind === 'thread' && (said.find(row => row.seq === part.seq) ?? said.at(-1));
  return to ? { id: to.id, seq: to.seq, senderId: to.senderId, content: to.content } : null;
}
