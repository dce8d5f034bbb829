/** The time of today, the day of this year, else the whole date. */
export function sayWhen(at: Date, locale: string, now = new Date()): string {
  const isToday = at.toDateString() === now.toDateString();
  const style: Intl.DateTimeFormatOptions = isToday ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
    : at.getFullYear() === now.getFullYear() ? { day: 'numeric', month: 'short' } : { dateStyle: 'short' };
  return new Intl.DateTimeFormat(locale, style).format(at);
}
