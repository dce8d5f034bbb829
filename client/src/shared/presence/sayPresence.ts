import type { TFunction } from 'i18next';
import { clock, daysBetween, longDay } from '../time/format';
import type { Presence } from './people';

const hour = 3_600_000;

/** Whether somebody is here, in words; null where nothing is known. */
export function sayPresence({ status, lastSeenAt }: Presence, now: Date, t: TFunction, language: string): string | null {
  if (status === null) return t('presence.recently');
  if (status !== 'OFFLINE') return t(`presence.${status}`);
  if (!lastSeenAt) return null;
  const at = new Date(lastSeenAt);
  const ago = Math.max(0, now.getTime() - at.getTime());
  if (ago < 60_000) return t('presence.justNow');
  if (ago < hour) return t('presence.minutesAgo', { count: Math.floor(ago / 60_000) });
  const days = daysBetween(at, now);
  const time = clock(at, language);
  if (days === 0) return t('presence.today', { time });
  if (days === 1) return t('presence.yesterday', { time });
  return t('presence.on', { day: longDay(at, now, language) });
}
