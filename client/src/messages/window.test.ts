import fc from 'fast-check';
import { expect, it } from 'vitest';
import { around, down, hasAbove, hasBelow, isFollowing, latest, most, up, type Window, within } from './window';

const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ seq: 3 * i + 1 }));
const move = fc.constantFrom(up, down);

it('begins with the newest and follows', () => {
  const window = latest(rows(1000));

  expect(isFollowing(window)).toBe(true);
  expect(within(rows(1000), window)).toHaveLength(60);
  expect(latest([])).toEqual({ from: 0, to: Infinity });
});

it('begins a little above the first unread, if that is not too far up', () => {
  const all = rows(1000);

  expect(within(all, latest(all, all[900]!.seq)).length).toBeGreaterThan(100);
  expect(within(all, latest(all, all[100]!.seq)).map(row => row.seq)).toContain(all[100]!.seq);
  expect(within(all, latest(all, all[100]!.seq)).length).toBeLessThanOrEqual(most);
});

it('draws no more than it may, without a hole, wherever one goes', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1500 }), fc.array(move, { maxLength: 60 }), (count, moves) => {
    const all = rows(count);
    let window: Window = latest(all);
    for (const go of moves) {
      window = go(all, window, true);
      const drawn = within(all, window);

      expect(drawn.length).toBeLessThanOrEqual(most);
      expect(drawn.length).toBeGreaterThan(0);
      expect(drawn.at(-1)!.seq - drawn[0]!.seq).toBe(3 * (drawn.length - 1));
    }
  }));
});

it('moves on with every step, up to the first and down to the newest', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1500 }), fc.nat(), (count, where) => {
    const all = rows(count);
    let window = around(all, all[where % count]!.seq);
    let steps = 0;
    while (hasAbove(all, window) && steps++ < 100) window = up(all, window);
    expect(within(all, window)[0]).toEqual(all[0]);
    while (!isFollowing(window) && steps++ < 200) window = down(all, window, true);

    expect(hasBelow(all, window)).toBe(false);
    expect(within(all, window).at(-1)).toEqual(all.at(-1));
    expect(steps).toBeLessThan(100);
  }));
});

it('does not follow at the end of a range below which something is missing', () => {
  const all = rows(50);

  expect(isFollowing(down(all, around(all, 1), false))).toBe(false);
});
