import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRange, addSeqs, covers, type Range } from './ranges';

const seqs = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });

describe('ranges', () => {
  it('joins what touches and keeps what does not apart', () => {
    expect(addRange([[1, 3], [7, 9]], [4, 5])).toEqual([[1, 5], [7, 9]]);
    expect(addRange([[1, 3], [7, 9]], [4, 6])).toEqual([[1, 9]]);
    expect(addRange([], [5, 4])).toEqual([]);
  });

  it('holds exactly the seqs that were added, in order, however they came', () => {
    fc.assert(fc.property(seqs, fc.integer({ min: 0, max: 40 }), (all, cut) => {
      const ranges = addSeqs(addSeqs([], all.slice(0, cut)), all.slice(cut));
      const held = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));

      expect(held).toEqual([...new Set(all)].sort((a, b) => a - b));
      expect(ranges.every((range, i) => i === 0 || range[0] > ranges[i - 1]![1] + 1)).toBe(true);
    }));
  });

  it('covers only what one range holds whole', () => {
    const ranges: Range[] = [[1, 4], [6, 9]];

    expect(covers(ranges, 2, 4)).toBe(true);
    expect(covers(ranges, 4, 6)).toBe(false);
    expect(covers(ranges, 5, 4)).toBe(true);
  });
});
