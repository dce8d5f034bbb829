import { expect, it } from 'vitest';
import { SmallServer } from '../testing/server';
import { applyRead } from './applyEvent';
import { applySync } from './applySync';
import { nothing } from './chatState';
import { withRead } from './unread';

function talk() {
  const server = new SmallServer();
  for (const speaker of ['bo', 'ada', 'bo', 'bo']) server.send(speaker);
  return applySync(nothing('ada'), server.sync({ chats: {} }, 'ada')).chats.atrium!;
}

it('counts what others said after the mark', () => {
  expect(talk().mine.unread).toBe(3);
  expect(withRead(talk(), 'ada', 3).mine.unread).toBe(1);
  expect(withRead(talk(), 'ada', 4).mine.unread).toBe(0);
});

it('never moves a mark back', () => {
  const read = withRead(talk(), 'ada', 4);

  expect(withRead(read, 'ada', 2)).toBe(read);
});

it('remembers a mark as unsent until the server says it back', () => {
  const read = withRead(talk(), 'ada', 4);

  expect(read.readSent).toBe(0);
  expect(applyRead(read, { userId: 'ada', seq: 4 }, 'ada').readSent).toBe(4);
});

it("keeps other people's marks apart from one's own", () => {
  const state = applyRead(talk(), { userId: 'bo', seq: 2 }, 'ada');

  expect(state).toMatchObject({ reads: { bo: 2 }, mine: { lastReadSeq: 0, unread: 3 } });
});
