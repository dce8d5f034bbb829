import { expect, it } from 'vitest';
import { hueOf, initials } from './initials';

it('takes two letters of any script', () => {
  expect(initials('Ada Lovelace')).toBe('AL');
  expect(initials('atrium')).toBe('AT');
  expect(initials('Дарья Осипова')).toBe('ДО');
  expect(initials('👩‍🚀')).not.toBe('');
  expect(initials('  ')).toBe('?');
});

it('gives ids that begin alike hues that do not', () => {
  const hues = Array.from({ length: 24 }, (_, i) => hueOf(`01a20b62-c779-7657-8437-b54d8045${i.toString(16).padStart(4, '0')}`));

  expect(new Set(hues.map(hue => Math.floor(hue / 60))).size).toBeGreaterThan(4);
});
