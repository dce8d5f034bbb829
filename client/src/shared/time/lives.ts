import type { TFunction } from 'i18next';

/** How long a message may live, in seconds; null is for good. */
export const lives = [
  { seconds: null, label: 'life.off' },
  { seconds: 60, label: 'life.minute' },
  { seconds: 3_600, label: 'life.hour' },
  { seconds: 86_400, label: 'life.day' },
  { seconds: 604_800, label: 'life.week' },
  { seconds: 2_592_000, label: 'life.month' },
] as const;

/** What is left of it, in the largest unit that has one. */
export function sayLeft(ms: number, t: TFunction): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60) return t('life.seconds', { n: seconds });
  if (seconds < 3_600) return t('life.minutes', { n: Math.round(seconds / 60) });
  if (seconds < 86_400) return t('life.hours', { n: Math.round(seconds / 3_600) });
  return t('life.days', { n: Math.round(seconds / 86_400) });
}

/** The words of a time that no list has, such as one that an API client set. */
export const sayLife = (seconds: number | null, t: TFunction) => {
  const known = lives.find(life => life.seconds === seconds);
  return known ? t(known.label) : sayLeft(seconds! * 1000, t);
};
