import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import corpus from '../../../../../tests/texts/formatted.json';
import { parse } from './parse';

it.each(corpus.texts)('reads $typed', ({ typed, ...expected }) => {
  expect(parse(typed)).toEqual(expected);
});

it('reads thousands of random texts as the server does', () => {
  const digests = [];
  const random = new Random();
  for (let group = 0; group < corpus.random.digests.length; group++) {
    const hash = createHash('sha256');
    for (let i = 0; i < 100; i++) hash.update(described(random.text()));
    digests.push(hash.digest('hex').slice(0, 16));
  }

  expect(digests).toEqual(corpus.random.digests);
});

it('loses no character and crosses no entity, whatever is written', () => {
  const random = new Random();
  for (let i = 0; i < 2000; i++) {
    const { text, entities } = parse(random.text());
    const open: number[] = [];
    for (const { offset, length } of entities) {
      while (open.length && open.at(-1)! <= offset) open.pop();
      expect(offset + length).toBeLessThanOrEqual(open.at(-1) ?? text.length);
      open.push(offset + length);
    }
  }
});

it.each(['*', '_', '`', '[', '[a](', '> ', '```\n', '||', '**a ', '@', '#', 'http://', '\\', '*a_', '- ', '` `` ``` '])(
  'is not slowed down by a flood of "%s"',
  piece => {
    const flood = piece.repeat(Math.floor(100_000 / piece.length));

    expect(parse(flood).text.length).toBeLessThanOrEqual(flood.length);
  },
);

/** The same numbers on the server: Numerical Recipes' linear congruential generator. */
class Random {
  #state = corpus.random.seed;

  text(): string {
    const pieces = [];
    for (let left = 1 + this.#below(24); left > 0; left--) pieces.push(corpus.random.pieces[this.#below(corpus.random.pieces.length)]);
    return pieces.join('');
  }

  #below(most: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return (this.#state >>> 16) % most;
  }
}

function described(typed: string): string {
  const { text, entities } = parse(typed);
  const all = entities.map(({ type, offset, length, url = '', language = '' }) => `${type} ${offset} ${length} ${url} ${language}`);
  return [text, ...all, ''].join('\u0001');
}
