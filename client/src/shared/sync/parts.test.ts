import { expect, it } from 'vitest';
import { SmallServer } from '../testing/server';
import { applySync } from './applySync';
import { takeChanges } from './holdEvents';
import { type ChatState, nothing, type Part } from './chatState';
import { answered, isPartMuted, partOf, unreadIn, withPartMark, withPartPage, withPartRead } from './parts';
import { isStart, rowsIn } from './timeline';

const part: Part = { kind: 'thread', seq: 1 };

/** A hundred messages, every fifth an answer to the first; a client holds the newest fifty. */
function talk() {
  const server = new SmallServer();
  server.send('bo', { expiresAt: null });
  for (let i = 2; i <= 100; i++) {
    if (i % 5 === 0) server.reply('bo', 1);
    else server.send('bo');
  }
  return { server, state: applySync(nothing('ada'), server.sync({ chats: {} }, 'ada')).chats.atrium! };
}

const seqs = (state: ChatState) => rowsIn(state, state.ranges.at(-1)!).map(row => row.seq);

it('shows of a thread what is here of the chat, and knows that there is more', () => {
  const thread = partOf(talk().state, part, 'ada');

  expect(seqs(thread)).toEqual([55, 60, 65, 70, 75, 80, 85, 90, 95, 100]);
  expect(isStart(thread, thread.ranges.at(-1)!)).toBe(false);
});

it('is whole with a page of its own, though the chat between is not here', () => {
  const { server, state } = talk();
  const page = server.messages.filter(row => row.seq < 51 && (row.seq === 1 || row.threadSeq === 1));

  const loaded = withPartPage(state, part, { before: 51 }, page, 100);
  const thread = partOf(loaded, part, 'ada');

  expect(seqs(thread)).toEqual([1, ...Array.from({ length: 20 }, (_, i) => 5 * (i + 1))]);
  expect(isStart(thread, thread.ranges.at(-1)!)).toBe(true);
  expect(seqs(loaded)[0]).toBe(50);
});

it('counts as unread what came after either mark', () => {
  const { state } = talk();
  const read = { ...state, mine: { ...state.mine, lastReadSeq: 82 } };

  expect(partOf(read, part, 'ada').mine.unread).toBe(4);
  expect(partOf(withPartRead(read, 1, 95, 'ada'), part, 'ada').mine.unread).toBe(1);
  expect(withPartRead(withPartRead(read, 1, 95, 'ada'), 1, 90, 'ada').partReads[1]).toBe(95);
});

it('answers the root, and what was said last where the root is gone', () => {
  const { server, state } = talk();
  const whole = withPartPage(state, part, { before: 51 }, server.messages.filter(row => row.seq === 1), 100);
  const gone = takeChanges(whole, server.forget(1), 'ada').state;

  expect(answered(partOf(whole, part, 'ada'))?.seq).toBe(1);
  expect(answered(partOf(gone, part, 'ada'))?.seq).toBe(100);
});

it('counts in a group that has topics what is unread in any of them', () => {
  const server = new SmallServer();
  for (const topicSeq of [null, 1, 1, 2, null]) server.send('bo', { topicSeq });
  const { chats } = applySync(nothing('ada'), server.sync({ chats: {} }, 'ada'));
  const state = { ...chats.atrium!, chat: { ...chats.atrium!.chat, hasTopics: true } };
  const topic: Part = { kind: 'topic', seq: 1 };

  const read = withPartRead(state, 1, 3, 'ada');

  expect(partOf(state, topic, 'ada').mine.unread).toBe(2);
  expect(partOf(read, topic, 'ada').mine.unread).toBe(0);
  expect(read.mine.unread).toBe(3);
  expect(partOf(read, { kind: 'topic', seq: 0 }, 'ada').messages.map(row => row.seq)).toEqual([1, 5]);
});

it('counts the answers that are new, and none once they are read', () => {
  const { state } = talk();

  expect(unreadIn(state, 1, 'ada')).toBe(10);
  expect(unreadIn(withPartRead(state, 1, 95, 'ada'), 1, 'ada')).toBe(1);
  expect(unreadIn(state, 1, 'bo')).toBe(0);
});

it('is muted until the time that the server says, and no longer', () => {
  const muted = withPartMark(talk().state, { thread: 1, seq: 0, mutedUntil: '2026-11-20T12:00:00Z' }, 'ada');
  const loud = withPartMark(muted, { thread: 1, seq: 0, mutedUntil: null }, 'ada');

  expect(isPartMuted(muted, 1, Date.parse('2026-11-20T11:59:00Z'))).toBe(true);
  expect(isPartMuted(muted, 1, Date.parse('2026-11-20T12:00:00Z'))).toBe(false);
  expect(isPartMuted(loud, 1, 0)).toBe(false);
});
