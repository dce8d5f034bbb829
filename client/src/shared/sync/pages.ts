import type { Message } from '../api/types';
import type { ChatState } from './chatState';
import { withMessages } from './mergeMessages';
import { addRange, type Range } from './ranges';

export type Ask = { before: number } | { after: number } | { around: number };

export const pageSize = 50;

/** A page of history as it was asked for. lastSeq is the chat's when it was asked: a short page reaches at least there. */
export function withPage(state: ChatState, ask: Ask, rows: readonly Message[], lastSeq: number): ChatState {
  const merged = withMessages(state, rows);
  return { ...merged, ranges: addRange(merged.ranges, spanOf(ask, rows.map(row => row.seq), lastSeq)) };
}

/** What a page leaves out within its span was deleted for me; where it is short, the chat begins or ends. */
export function spanOf(ask: Ask, seqs: readonly number[], lastSeq: number): Range {
  if ('before' in ask) return [seqs.length < pageSize ? 1 : Math.min(...seqs), ask.before - 1];
  if ('after' in ask) return [ask.after + 1, seqs.length < pageSize ? Math.max(lastSeq, ...seqs) : Math.max(...seqs)];
  const above = seqs.filter(seq => seq < ask.around).length;
  const from = above < Math.floor(pageSize / 2) ? 1 : Math.min(...seqs);
  const to = seqs.length - above < Math.ceil(pageSize / 2) ? Math.max(lastSeq, ...seqs) : Math.max(...seqs);
  return [from, to];
}
