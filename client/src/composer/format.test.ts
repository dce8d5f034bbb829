import { expect, it } from 'vitest';
import { withMarks } from './format';

it('puts marks around words and takes them away again', () => {
  const once = withMarks({ text: 'so bold it is', from: 2, to: 8 }, '**');

  expect(once).toEqual({ text: 'so **bold** it is', from: 5, to: 9 });
  expect(withMarks(once, '**')).toEqual({ text: 'so bold it is', from: 3, to: 7 });
});

it('opens marks to write between where nothing is selected', () => {
  expect(withMarks({ text: 'a ', from: 2, to: 2 }, '`')).toEqual({ text: 'a ``', from: 3, to: 3 });
});
