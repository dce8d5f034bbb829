import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Message } from '../api/types';
import type { ChatState, Synced } from './chatState';
import { ExpiryWatch, withoutExpired } from './expiry';
import { mergeMessages } from './mergeMessages';

const message = (seq: number, expiresAt?: string) =>
  ({ seq, rev: seq, content: 'secret', files: [{}], reactions: [], isDeleted: false, expiresAt }) as unknown as Message;
const state = (...messages: Message[]) => ({ messages }) as ChatState;
const synced = (atrium: ChatState) => ({ chats: { atrium } }) as unknown as Synced;
const at = Date.parse('2026-11-24T12:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now: at }));
afterEach(() => void vi.useRealTimers());

it('takes away the words and the files of what is over, and of nothing else', () => {
  const { messages } = withoutExpired(state(message(1), message(2, '2026-11-24T11:59:59Z'), message(3, '2026-11-24T12:00:01Z')), at);

  expect(messages.map(row => row.content)).toEqual(['secret', null, 'secret']);
  expect(messages[1]).toMatchObject({ isDeleted: true, files: [], rev: 2 });
});

it('gives way to the tombstone of the server', () => {
  const { messages } = withoutExpired(state(message(2, '2026-11-24T11:00:00Z')), at);
  const tombstone = { ...message(2), rev: 9, isDeleted: true };

  expect(mergeMessages(messages, [tombstone])).toEqual([tombstone]);
});

it('wakes up when the next one ends, and not before', () => {
  const onEnd = vi.fn();
  const watch = new ExpiryWatch(() => Date.now(), onEnd);

  watch.follow(synced(state()), synced(state(message(1, '2026-11-24T12:01:00Z'), message(2, '2026-11-24T12:00:10Z'))));
  vi.advanceTimersByTime(9_999);
  expect(onEnd).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);

  expect(onEnd).toHaveBeenCalledOnce();
});

it('waits for nothing in a chat that is gone', () => {
  const onEnd = vi.fn();
  const watch = new ExpiryWatch(() => Date.now(), onEnd);
  const held = synced(state(message(1, '2026-11-24T12:00:10Z')));

  watch.follow(synced(state()), held);
  watch.follow(held, { ...held, chats: {} });
  vi.advanceTimersByTime(60_000);

  expect(onEnd).not.toHaveBeenCalled();
});
