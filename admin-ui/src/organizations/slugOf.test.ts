import { expect, it } from 'vitest';
import { slugOf } from './slugOf';

it.each([
  ['Harbour', 'harbour'],
  ['Café Zürich & Söhne', 'cafe-zurich-sohne'],
  ['  42 Ltd. ', 'ltd'],
  ['Гавань', ''],
])('makes of %s the short name %s', (name, slug) => expect(slugOf(name)).toBe(slug));
