import { expect, it } from 'vitest';
import { linkify } from './linkify';

const links = (text: string) => linkify(text).flatMap(piece => (piece.kind === 'link' ? [piece.href] : []));

it('links http and https, and leaves the end of the sentence outside', () => {
  expect(links('See https://example.org/a, or http://example.org.')).toEqual(['https://example.org/a', 'http://example.org/']);
  expect(links('(https://example.org/wiki/Go_(game))')).toEqual(['https://example.org/wiki/Go_(game)']);
});

it('links nothing that could run or mislead', () => {
  expect(links('javascript:alert(1) data:text/html,x file:///etc/passwd https:// www.example.org')).toEqual([]);
});

it('loses no character of the text', () => {
  for (const text of ['', 'a https://b.c d', 'https://b.c', '<b>https://b.c</b>\n"x"', 'https://[nope']) {
    expect(linkify(text).map(piece => piece.text).join('')).toBe(text);
  }
});
