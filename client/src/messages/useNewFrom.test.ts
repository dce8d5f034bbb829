import { expect, it } from 'vitest';
import { applySync } from '../shared/sync/applySync';
import { nothing } from '../shared/sync/chatState';
import { SmallServer } from '../shared/testing/server';
import { unreadOf } from './useNewFrom';

function talk(...speakers: string[]) {
  const server = new SmallServer();
  for (const speaker of speakers) server.send(speaker);
  return applySync(nothing('ada'), server.sync({ chats: {} }, 'ada')).chats.atrium!;
}

it('begins behind the read mark', () => {
  expect(unreadOf(talk('bo', 'bo'), 'ada')).toEqual({ from: 1, count: 2 });
});

it('begins behind what one said oneself, however old the mark is', () => {
  expect(unreadOf(talk('bo', 'bo', 'ada', 'bo'), 'ada')).toEqual({ from: 4, count: 1 });
});

it('marks nothing where one had the last word', () => {
  expect(unreadOf(talk('bo', 'bo', 'ada'), 'ada')).toEqual({ from: null, count: 0 });
});
