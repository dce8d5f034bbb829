import { expect, it } from 'vitest';
import { fromField, inHour, tomorrow, toField } from './localTime';

it('writes a time as the field does, and reads it back', () => {
  const at = new Date(2026, 0, 5, 7, 3);

  expect(toField(at)).toBe('2026-01-05T07:03');
  expect(fromField(toField(at))).toEqual(at);
  expect(fromField('')).toBeNull();
});

it('offers round times that are still to come', () => {
  expect(inHour(new Date(2026, 0, 31, 23, 2))).toEqual(new Date(2026, 1, 1, 0, 5));
  expect(tomorrow(new Date(2026, 0, 31, 23, 2))).toEqual(new Date(2026, 1, 1, 9, 0));
});
