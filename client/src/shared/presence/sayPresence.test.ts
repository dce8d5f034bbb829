import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { startI18n } from '../i18n/start';
import { sayPresence } from './sayPresence';

const now = new Date(2026, 4, 20, 14, 30);
const seen = (lastSeenAt: Date | null) =>
  sayPresence({ status: 'OFFLINE', lastSeenAt: lastSeenAt?.toISOString() ?? null }, now, i18next.t, 'en');

beforeAll(() => startI18n('en'));

it.each([
  [new Date(2026, 4, 20, 14, 29, 40), 'last seen just now'],
  [new Date(2026, 4, 20, 14, 31), 'last seen just now'],
  [new Date(2026, 4, 20, 14, 29), 'last seen 1 minute ago'],
  [new Date(2026, 4, 20, 13, 45), 'last seen 45 minutes ago'],
  [new Date(2026, 4, 20, 9, 5), 'last seen today at 09:05'],
  [new Date(2026, 4, 19, 23, 5), 'last seen yesterday at 23:05'],
  [new Date(2026, 3, 2), 'last seen on April 2'],
])('says when somebody was here last: %s', (at, words) => {
  expect(seen(at)).toBe(words);
});

it('says nothing of somebody who was never here', () => {
  expect(seen(null)).toBeNull();
});
