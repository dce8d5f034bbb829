import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SmallServer } from '../testing/server';
import { applySync } from './applySync';
import { nothing } from './chatState';
import { type Ask, withPage } from './pages';
import { newest, rangeOf } from './ranges';
import { isStart } from './timeline';

function talk(count: number) {
  const server = new SmallServer();
  for (let n = 0; n < count; n++) server.send('bo');
  return { server, state: applySync(nothing('ada'), server.sync({ chats: {} }, 'ada')).chats.atrium! };
}

const asks = fc.array(
  fc.oneof(
    fc.record({ before: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ after: fc.integer({ min: 0, max: 300 }) }),
    fc.record({ around: fc.integer({ min: 1, max: 300 }) }),
  ) as fc.Arbitrary<Ask>,
  { maxLength: 20 },
);

describe('pages of history', () => {
  it('leave ranges that hold every message they claim and none that they do not, in whatever order they come', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), asks, (count, all) => {
      const { server, state } = talk(count);

      const paged = all.reduce((held, ask) => withPage(held, ask, server.history(ask, 'ada'), held.chat.lastSeq), state);

      const claimed = server.messages.filter(row => rangeOf(paged.ranges, row.seq));
      expect(paged.messages.map(row => row.seq)).toEqual(claimed.map(row => row.seq));
      expect(paged.ranges.every((range, i) => i === 0 || range[0] > paged.ranges[i - 1]![1] + 1)).toBe(true);
    }));
  });

  it('reach the first message by going up and the newest by going down from anywhere', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (count, where) => {
      const { server, state } = talk(count);
      const seq = 1 + (where % count);
      let held = withPage(state, { around: seq }, server.history({ around: seq }, 'ada'), count);
      const range = () => rangeOf(held.ranges, seq)!;

      while (!isStart(held, range())) held = withPage(held, { before: range()[0] }, server.history({ before: range()[0] }, 'ada'), count);
      while (range() !== newest(held.ranges)) held = withPage(held, { after: range()[1] }, server.history({ after: range()[1] }, 'ada'), count);

      expect(held.messages).toHaveLength(count);
      expect(held.ranges).toEqual([[1, count]]);
    }));
  });

  it('close over what was deleted for me, so that no hole is asked for twice', () => {
    const { server, state } = talk(120);
    const page = server.history({ before: 71 }, 'ada').filter(row => row.seq !== 40);

    const held = withPage(state, { before: 71 }, [...page, server.messages[19]!], 120);

    expect(held.ranges).toEqual([[20, 120]]);
  });
});
