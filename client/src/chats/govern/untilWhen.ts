/** How long something holds: the words are `govern.*`. */
export const spans = ['hour', 'day', 'week', 'forGood'] as const;
export type Span = (typeof spans)[number];

const hours = { hour: 1, day: 24, week: 7 * 24 };

/** Null for good. */
export const endOf = (span: Span) => (span === 'forGood' ? null : new Date(Date.now() + hours[span] * 3_600_000).toISOString());

/** The server's word for good is a year that nobody sees. */
export const isForGood = (until: string) => until.startsWith('9999');

export const sayDate = (at: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
