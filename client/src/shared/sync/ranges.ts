/** Inclusive, ascending, never touching: what a client holds of a chat, by seq. */
export type Range = readonly [from: number, to: number];

export function addRange(ranges: readonly Range[], [from, to]: Range): Range[] {
  if (from > to) return [...ranges];
  const before = ranges.filter(range => range[1] < from - 1);
  const after = ranges.filter(range => range[0] > to + 1);
  const touching = ranges.filter(range => range[1] >= from - 1 && range[0] <= to + 1);
  const low = Math.min(from, ...touching.map(range => range[0]));
  const high = Math.max(to, ...touching.map(range => range[1]));
  return [...before, [low, high], ...after];
}

export function addSeqs(ranges: readonly Range[], seqs: readonly number[]): Range[] {
  const sorted = [...seqs].sort((a, b) => a - b);
  let result = [...ranges];
  let start = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i + 1 < sorted.length && sorted[i + 1]! <= sorted[i]! + 1) continue;
    result = addRange(result, [sorted[start]!, sorted[i]!]);
    start = i + 1;
  }
  return result;
}

export const covers = (ranges: readonly Range[], from: number, to: number) =>
  from > to || ranges.some(range => range[0] <= from && range[1] >= to);

export const rangeOf = (ranges: readonly Range[], seq: number): Range | null =>
  ranges.find(range => range[0] <= seq && range[1] >= seq) ?? null;

export const newest = (ranges: readonly Range[]): Range | null => ranges.at(-1) ?? null;
