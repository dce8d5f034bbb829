import type { Hidden, Message } from '../api/types';
import { type ChatState } from './chatState';
import { addSeqs } from './ranges';

/** A row is taken only if its revision is higher than the one held: late and repeated rows change nothing. */
export function mergeMessages(held: readonly Message[], rows: readonly Message[]): Message[] {
  const last = held.at(-1);
  if (rows.length === 1 && rows[0]!.seq > (last?.seq ?? 0)) return [...held, rows[0]!];
  const bySeq = new Map(held.map(message => [message.seq, message]));
  for (const row of rows) {
    const before = bySeq.get(row.seq);
    if (!before || row.rev > before.rev) bySeq.set(row.seq, row);
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

export function withMessages(state: ChatState, rows: readonly Message[]): ChatState {
  if (rows.length === 0) return state;
  return {
    ...state,
    messages: mergeMessages(state.messages, rows),
    ranges: addSeqs(state.ranges, rows.map(row => row.seq)),
    chat: { ...state.chat, lastSeq: Math.max(state.chat.lastSeq, ...rows.map(row => row.seq)) },
  };
}

/** Deleted for me: it was never here. The range stays, for the server leaves it out as well. */
export function withoutHidden(state: ChatState, hidden: Hidden): ChatState {
  const messages = state.messages.filter(row => row.seq !== hidden.seq);
  return messages.length === state.messages.length ? withMissed(state) : { ...state, messages };
}

export const withMissed = (state: ChatState): ChatState => ({ ...state, missed: state.missed + 1 });
