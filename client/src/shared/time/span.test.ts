import { expect, it } from 'vitest';
import { span } from './span';

it.each([[0, '0:00'], [7.9, '0:07'], [750, '12:30'], [3723, '1:02:03'], [Number.POSITIVE_INFINITY, '0:00']])('says %d seconds as %s', (seconds, words) =>
  expect(span(seconds)).toBe(words));
