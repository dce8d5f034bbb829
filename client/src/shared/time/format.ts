const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const dayMs = 86_400_000;

export const daysBetween = (earlier: Date, later: Date) =>
  Math.round((midnight(later) - midnight(earlier)) / dayMs);

export const clock = (date: Date, language: string) =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);

/** In the chat list: the time today, the weekday this week, then the date. */
export function short(date: Date, now: Date, language: string): string {
  const days = daysBetween(date, now);
  if (days <= 0) return clock(date, language);
  if (days < 7) return new Intl.DateTimeFormat(language, { weekday: 'short' }).format(date);
  const sameYear = date.getFullYear() === now.getFullYear();
  const year = sameYear ? undefined : ('2-digit' as const);
  return new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit', year }).format(date);
}

/** Between days of a conversation; today and yesterday have words of their own. */
export function longDay(date: Date, now: Date, language: string): string {
  const sameYear = date.getFullYear() === now.getFullYear();
  const year = sameYear ? undefined : ('numeric' as const);
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year }).format(date);
}

/** A day and a time of it, for what happened once. */
export const moment = (date: Date, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
