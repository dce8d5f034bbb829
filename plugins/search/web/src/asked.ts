export const kinds = ['image', 'video', 'file', 'link', 'voice'] as const;
export const states = ['pinned', 'mine', 'unread'] as const;

export type Kind = (typeof kinds)[number];
export type State = (typeof states)[number];

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A search: its words, and its filters as chips. */
export interface Asked {
  readonly words: string;
  readonly has: readonly Kind[];
  readonly is: readonly State[];
  readonly person: Named | null;
  readonly chat: Named | null;
  readonly since: string;
  readonly until: string;
  readonly newest: boolean;
}

export const nothing: Asked = { words: '', has: [], is: [], person: null, chat: null, since: '', until: '', newest: false };

/** From the address. What is not known there is nothing. */
export function readAsked(query: string): Asked {
  const said = new URLSearchParams(query);
  const list = (name: string) => (said.get(name) ?? '').split(',');
  const named = (name: string): Named | null => {
    const id = said.get(name);
    return id ? { id, name: said.get(`${name}Name`) ?? '' } : null;
  };
  return {
    words: said.get('q') ?? '',
    has: kinds.filter(kind => list('has').includes(kind)),
    is: states.filter(state => list('is').includes(state)),
    person: named('from'),
    chat: named('in'),
    since: said.get('since') ?? '',
    until: said.get('until') ?? '',
    newest: said.get('order') === 'newest',
  };
}

/** For the address: names go along, so that whoever opens it sees them at once. */
export function writeAsked(asked: Asked): string {
  const said = new URLSearchParams();
  const put = (name: string, value: string | undefined) => value && said.set(name, value);
  put('q', asked.words);
  put('has', asked.has.join(','));
  put('is', asked.is.join(','));
  put('from', asked.person?.id);
  put('fromName', asked.person?.name);
  put('in', asked.chat?.id);
  put('inName', asked.chat?.name);
  put('since', asked.since);
  put('until', asked.until);
  put('order', asked.newest ? 'newest' : '');
  return said.toString();
}

/** For the server. Days are those shown: since the first, until the last and with it. */
export function toParameters(asked: Asked): URLSearchParams {
  const said = new URLSearchParams(writeAsked(asked));
  for (const name of ['fromName', 'inName', 'since', 'until']) said.delete(name);
  if (asked.since) said.set('after', beside(asked.since, -1));
  if (asked.until) said.set('before', beside(asked.until, 1));
  return said;
}

export const isNothing = (asked: Asked) => writeAsked({ ...asked, words: asked.words.trim(), newest: false }) === '';

/** Without operators, for those who do not know them; a search that leaves something out is the server's alone. */
export function plainWords({ words, has, is, person, since, until }: Asked): readonly string[] {
  if (has.length || is.length || person || since || until || /(^|\s)(-\S|(from|in|has|is|before|after|on):)/iu.test(words)) return [];
  return words.toLowerCase().split(/[\s"„“”«»]+/u).filter(Boolean);
}

/** The operator that somebody is writing the value of. */
export function unfinished(words: string): { key: 'from' | 'in'; text: string; before: string } | null {
  const found = /^(|.*\s)(from|in):("?)([^"\s]*|(?<=")[^"]*)$/iu.exec(words);
  return found ? { key: found[2]!.toLowerCase() as 'from' | 'in', text: found[4]!, before: found[1]! } : null;
}

/** Without the operator that is not written to its end. */
export const finished = (asked: Asked): Asked => ({ ...asked, words: unfinished(asked.words)?.before ?? asked.words });

function beside(day: string, by: number) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}
