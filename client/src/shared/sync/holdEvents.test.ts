import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SmallServer } from '../testing/server';
import { applySync } from './applySync';
import { nothing } from './chatState';
import { GapWatch, takeChanges } from './holdEvents';

const start = () => {
  const server = new SmallServer();
  return { server, state: applySync(nothing('ada'), server.sync({ chats: {} }, 'ada')).chats.atrium! };
};

describe('events', () => {
  it('apply at once while they connect, and count as unread', () => {
    const { server, state } = start();

    const held = takeChanges(state, [server.send('bo'), server.send('bo')], 'ada');

    expect(held.waiting).toEqual([]);
    expect(held.state).toMatchObject({ rev: server.rev, mine: { unread: 2 } });
  });

  it('wait when one is ahead, and apply together when the missing one comes', () => {
    const { server, state } = start();
    const [first, second] = [server.send('bo'), server.send('bo')];

    const early = takeChanges(state, [second], 'ada');
    const late = takeChanges(early.state, [...early.waiting, first], 'ada');

    expect(early.waiting).toEqual([second]);
    expect(early.state.messages).toEqual([]);
    expect(late.waiting).toEqual([]);
    expect(late.state.messages.map(row => row.seq)).toEqual([1, 2]);
  });

  it('change nothing when they come twice', () => {
    const { server, state } = start();
    const change = server.send('bo');

    const once = takeChanges(state, [change], 'ada').state;
    const twice = takeChanges(once, [change], 'ada').state;

    expect(twice.messages).toEqual(once.messages);
    expect(twice.mine.unread).toBe(1);
  });
});

describe('a gap', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is cried after the grace and not before', () => {
    const onGap = vi.fn();
    const watch = new GapWatch(onGap);

    watch.update('atrium', true);
    vi.advanceTimersByTime(299);
    expect(onGap).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);

    expect(onGap).toHaveBeenCalledExactlyOnceWith('atrium');
  });

  it('is none when the missing event comes in time', () => {
    const onGap = vi.fn();
    const watch = new GapWatch(onGap);

    watch.update('atrium', true);
    watch.update('atrium', false);
    vi.advanceTimersByTime(1000);

    expect(onGap).not.toHaveBeenCalled();
  });
});
