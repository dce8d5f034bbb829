import type { Hit } from '../found';

const most = 3;

const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * What was written, with its last word as the messages have it that were found: theirs are all that it may come from, so nobody
 * is told a word that they could not read.
 */
export function completions(words: string, hits: readonly Hit[]): readonly string[] {
  const begun = /(?<=^|\s)[\p{L}\p{N}]{2,}$/u.exec(words)?.[0];
  if (!begun || (words.match(/["„“”«»]/gu)?.length ?? 0) % 2) return [];
  const counted = new Map<string, { word: string; times: number }>();
  for (const { text, ranges } of hits) {
    for (const { start, length } of ranges) {
      const word = text.slice(start, start + length);
      if (word.length <= begun.length || !/^[\p{L}\p{N}]+$/u.test(word) || !fold(word).startsWith(fold(begun))) continue;
      const known = counted.get(fold(word));
      counted.set(fold(word), { word: known?.word ?? word.toLowerCase(), times: (known?.times ?? 0) + 1 });
    }
  }
  return [...counted.values()]
    .toSorted((a, b) => b.times - a.times || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => words.slice(0, -begun.length) + word);
}
