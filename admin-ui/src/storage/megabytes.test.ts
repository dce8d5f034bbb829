import { expect, it } from 'vitest';
import { toBytes, toMegabytes } from './megabytes';

it.each([['', null], ['  ', null], ['1', 1_048_576], ['0.5', 524_288], ['0,5', 524_288], ['0', undefined], ['-1', undefined], ['many', undefined], ['1e99', undefined]])('reads %j as %s bytes', (text, bytes) =>
  expect(toBytes(text)).toBe(bytes));

it('writes what it reads', () => expect(toBytes(toMegabytes(524_288))).toBe(524_288));
