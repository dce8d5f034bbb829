import { expect, it } from 'vitest';
import { clock, daysBetween, longDay, short } from './format';

const now = new Date(2026, 2, 30, 9, 30);

it('says the time today, the weekday this week, then the date', () => {
  expect(short(new Date(2026, 2, 30, 0, 5), now, 'en')).toBe('00:05');
  expect(short(new Date(2026, 2, 28, 23, 0), now, 'en')).toBe('Sat');
  expect(short(new Date(2026, 2, 28, 23, 0), now, 'ru')).toBe('сб');
  expect(short(new Date(2026, 0, 5), now, 'ru')).toBe('05.01');
  expect(short(new Date(2025, 0, 5), now, 'ru')).toBe('05.01.25');
});

it('counts days by the calendar, also over a change of the clocks', () => {
  expect(daysBetween(new Date(2026, 2, 28, 23, 59), new Date(2026, 2, 29, 0, 1))).toBe(1);
  expect(daysBetween(new Date(2026, 2, 28, 0, 1), new Date(2026, 2, 30, 23, 59))).toBe(2);
});

it('names a day in full, with the year where it is another', () => {
  expect(longDay(new Date(2026, 0, 5), now, 'en')).toBe('January 5');
  expect(longDay(new Date(2025, 0, 5), now, 'ru')).toContain('2025');
  expect(clock(new Date(2026, 0, 5, 0, 7), 'en')).toBe('00:07');
});
