import { expect, it } from 'vitest';
import { parse } from './parse';
import { plain } from './plain';
import { toTree } from './tree';

it('nests what stands inside of something', () => {
  const [bold, end] = toTree(parse('**a _b_**.'));

  expect(bold).toMatchObject({ kind: 'bold', text: 'a b', inside: [{ kind: 'text', text: 'a ' }, { kind: 'italic', text: 'b' }] });
  expect(end).toMatchObject({ kind: 'text', text: '.' });
});

it('lets a block end its own line', () => {
  const pieces = toTree(parse('See:\n```\ncode\n```\nDone.'));

  expect(pieces.map(({ kind, text }) => [kind, text])).toEqual([['text', 'See:\n'], ['pre', 'code'], ['text', 'Done.']]);
});

it('says in one line what is said, and keeps what is hidden', () => {
  expect(plain('**So**\n> it ||was Bo|| who `did` it')).toBe('So it ▒▒▒▒▒▒ who did it');
  expect(plain('||a very long secret indeed||')).toBe('▒'.repeat(12));
});
