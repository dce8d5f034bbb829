import { expect, it } from 'vitest';
import { readDuration, writeDuration } from './duration';

it.each([
  ['PT5M', 5, 'M'], ['PT90M', 90, 'M'], ['PT1H30M', 90, 'M'], ['P1D', 1, 'D'], ['PT24H', 1, 'D'], ['PT0S', 0, 'S'],
] as const)('%s is %d %s', (text, amount, unit) => expect(readDuration(text)).toEqual({ amount, unit }));

it.each(['', 'P', 'PT', 'P1Y', 'PT0.5S', '5 minutes'])('%j cannot be said with a number and a unit', text => expect(readDuration(text)).toBeNull());

it('is written as it is read', () => {
  expect([writeDuration('5', 'M'), writeDuration('2', 'D')]).toEqual(['PT5M', 'P2D']);
});
