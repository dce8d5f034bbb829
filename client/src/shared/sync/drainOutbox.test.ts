import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/error';
import { message } from '../testing/server';
import { Drain } from './drainOutbox';
import { backoff, type Pending } from './outbox';

const pending = (id: string, chatId = 'atrium'): Pending => ({
  id, chatId, content: id, replyTo: null, files: [], createdAt: '2026-01-01T09:00:00Z', failure: null,
});

function start(...given: Pending[]) {
  const line = { outbox: given, isOpen: true, sent: [] as string[], paused: [] as number[], answers: new Map<string, ApiError[]>() };
  const drain = new Drain({
    outbox: () => line.outbox,
    canSend: () => line.isOpen,
    send: async request => {
      line.sent.push(request.id);
      const refusal = line.answers.get(request.id)?.shift();
      if (refusal) throw refusal;
      return message(1, 1, 'ada', { id: request.id });
    },
    sent: done => {
      line.outbox = line.outbox.filter(other => other.id !== done.id);
    },
    paused: seconds => line.paused.push(seconds),
    failed: (failed, code, words) => {
      line.outbox = line.outbox.map(other => (other.id === failed.id ? { ...other, failure: { code, message: words } } : other));
    },
  }, () => 1000);
  return { line, drain };
}

describe('the outbox', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends one after the other within a chat', async () => {
    const { line, drain } = start(pending('a'), pending('b'), pending('c'));

    drain.run();
    expect(line.sent).toEqual(['a']);
    await vi.runAllTimersAsync();

    expect(line.sent).toEqual(['a', 'b', 'c']);
    expect(line.outbox).toEqual([]);
  });

  it('tries the same id again after a broken line, and keeps the order', async () => {
    const { line, drain } = start(pending('a'), pending('b'));
    line.answers.set('a', [new ApiError('NETWORK', ''), new ApiError('UNAVAILABLE', '')]);

    drain.run();
    await vi.runAllTimersAsync();

    expect(line.sent).toEqual(['a', 'a', 'a', 'b']);
  });

  it.each(['REJECTED', 'VALIDATION_FAILED', 'FORBIDDEN'])('gives up on %s, says so, and goes on with the next', async code => {
    const { line, drain } = start(pending('a'), pending('b'));
    line.answers.set('a', [new ApiError(code, 'no')]);

    drain.run();
    await vi.runAllTimersAsync();

    expect(line.sent).toEqual(['a', 'b']);
    expect(line.outbox).toMatchObject([{ id: 'a', failure: { code, message: 'no' } }]);
  });

  it('lets one chat wait without holding up another', async () => {
    const { line, drain } = start(pending('a'), pending('b', 'harbour'));
    line.answers.set('a', [new ApiError('RATE_LIMITED', '', {}, 60)]);

    drain.run();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(line.sent).toEqual(['a', 'b']);
    expect(line.paused).toEqual([60]);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(line.sent).toEqual(['a', 'b', 'a']);
  });

  it('sends nothing while there is no line, and all at once when it is back', async () => {
    const { line, drain } = start(pending('a'));
    line.isOpen = false;

    drain.run();
    await vi.runAllTimersAsync();
    expect(line.sent).toEqual([]);
    line.isOpen = true;
    drain.hurry();

    expect(line.sent).toEqual(['a']);
  });

  it('waits longer each time, up to half a minute, and never in step', () => {
    expect(backoff(0, () => 1)).toBe(500);
    expect(backoff(3, () => 1)).toBe(4000);
    expect(backoff(20, () => 1)).toBe(30_000);
    expect(backoff(20, () => 0)).toBe(15_000);
  });
});
