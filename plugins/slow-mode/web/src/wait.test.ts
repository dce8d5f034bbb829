import { describe, expect, it } from 'vitest';
import { secondsLeft, shareOver, untilNextSecond, waitAfter, waitFor } from './wait';

const now = 1_800_000_000_000;

describe('a wait', () => {
  it('lasts the interval after a message', () => {
    const wait = waitAfter(now, 30);

    expect([0, 1, 1_000, 29_001, 30_000, 90_000].map(passed => secondsLeft(wait, now + passed))).toEqual([30, 30, 29, 1, 0, 0]);
  });

  it('has passed in part when the server tells what is left of it', () => {
    const wait = waitFor(now, 12, 20);

    expect(secondsLeft(wait, now)).toBe(12);
    expect(shareOver(wait, now)).toBeCloseTo(0.4);
    expect(shareOver(wait, now + 12_000)).toBe(1);
  });

  it('never runs backwards when the server knows of a longer interval', () => {
    expect(shareOver(waitFor(now, 60, 10), now)).toBe(0);
  });

  it('ends at the end even if the clock was put back or far ahead', () => {
    const wait = waitAfter(now, 10);

    expect([shareOver(wait, now - 5_000), shareOver(wait, now + 500_000)]).toEqual([0, 1]);
  });

  it('ticks exactly when the number changes', () => {
    const wait = waitAfter(now, 3);

    for (let at = now; at < wait.until; at += untilNextSecond(wait, at)) {
      const next = at + untilNextSecond(wait, at);
      expect(secondsLeft(wait, next)).toBe(secondsLeft(wait, at) - 1);
      expect(secondsLeft(wait, next - 1)).toBe(secondsLeft(wait, at));
    }
  });
});
