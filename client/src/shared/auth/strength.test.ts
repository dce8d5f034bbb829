import { expect, it } from 'vitest';
import { strengthOf } from './strength';

it('tells a common password from four random words', () => {
  expect(strengthOf('password1', [])).toBe(0);
  expect(strengthOf('correct-copper-fjord-lantern', [])).toBe(4);
});

it('counts what is known of the person as guessed', () => {
  expect(strengthOf('adalovelace1815x', ['adalovelace1815'])).toBeLessThan(strengthOf('adalovelace1815x', []));
});
