import { expect, it } from 'vitest';
import type { Pending } from '../shared/sync/outbox';
import { message } from '../shared/testing/server';
import { type Bubble, groupTimeline } from './grouping';

const at = (hour: number, minute: number, day = 5) => new Date(2026, 0, day, hour, minute).toISOString();
const said = (seq: number, senderId: string, createdAt: string) => message(seq, seq, senderId, { createdAt });
const bubbles = (items: ReturnType<typeof groupTimeline>) => items.filter((item): item is Bubble => item.kind === 'bubble');
const waiting = (id: string): Pending => ({
  id, chatId: 'atrium', content: 'soon', replyTo: null, files: [], createdAt: at(9, 20), failure: null,
});

it('groups what one person says within five minutes', () => {
  const items = groupTimeline([said(1, 'bo', at(9, 0)), said(2, 'bo', at(9, 4)), said(3, 'bo', at(9, 9)), said(4, 'ada', at(9, 9))], [], 'ada', null);

  expect(bubbles(items).map(bubble => [bubble.isFirst, bubble.isLast])).toEqual([[true, false], [false, true], [true, true], [true, true]]);
});

it('puts a day between days and one line above what is new', () => {
  const items = groupTimeline([said(1, 'bo', at(23, 59)), said(2, 'bo', at(0, 1, 6)), said(3, 'bo', at(0, 2, 6))], [], 'ada', 3);

  expect(items.map(item => item.kind)).toEqual(['day', 'bubble', 'day', 'bubble', 'new', 'bubble']);
});

it('shows a pending message until the stored one is there, and never both', () => {
  const stored = message(1, 1, 'ada', { createdAt: at(9, 0) });

  const items = bubbles(groupTimeline([stored], [waiting('m1'), waiting('m2')], 'ada', null));

  expect(items.map(bubble => [bubble.key, bubble.pending !== null])).toEqual([['m1', false], ['m2', true]]);
});
