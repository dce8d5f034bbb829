import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { ApiError } from '../api/error';
import { sayError } from './sayError';
import { startI18n } from './start';

beforeAll(() => startI18n('en'));

it('says in how many seconds to try again', () => {
  const refused = (seconds: number | null) => sayError(i18next.t, new ApiError('RATE_LIMITED', '', {}, seconds));

  expect(refused(12)).toBe('That was too often. Try again in 12 seconds.');
  expect(refused(1)).toBe('That was too often. Try again in 1 second.');
  expect(refused(null)).toBe('That was too often. Wait a moment and try again.');
});
