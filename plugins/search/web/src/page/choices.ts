import { type Asked, isNothing, readAsked, unfinished, writeAsked } from '../asked';
import type { ChatHit, Found, Hit, PersonHit, Suggestion } from '../found';
import { completions } from './completions';

const mostRecent = 3;

/** A row that can be chosen, in the order of the arrows. */
export type Choice =
  | { readonly kind: 'recent'; readonly query: string }
  | { readonly kind: 'suggestion'; readonly suggestion: Suggestion }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'person'; readonly person: PersonHit }
  | { readonly kind: 'chat'; readonly chat: ChatHit }
  | { readonly kind: 'message'; readonly hit: Hit };

export function choicesOf(asked: Asked, found: Found | null, suggestions: readonly Suggestion[], recent: readonly string[]): readonly Choice[] {
  if (unfinished(asked.words)) return suggestions.map(suggestion => ({ kind: 'suggestion', suggestion }));
  if (isNothing(asked)) return recent.map(query => ({ kind: 'recent', query }));
  const before = begunBefore(asked, recent);
  const known = new Set(before.map(query => readAsked(query).words.toLowerCase()));
  return [
    ...before.map(query => ({ kind: 'recent', query }) as const),
    ...found ? [
      ...completions(asked.words, found.messages).filter(words => !known.has(words.toLowerCase())).map(words => ({ kind: 'words', words }) as const),
      ...found.people.map(person => ({ kind: 'person', person }) as const),
      ...found.chats.map(chat => ({ kind: 'chat', chat }) as const),
      ...found.messages.map(hit => ({ kind: 'message', hit }) as const),
    ] : [],
  ];
}

/** The first that Enter opens: other searches are chosen by going up to them, nobody gets one for what they have written. */
export const firstFound = (choices: readonly Choice[]) => Math.max(choices.findIndex(({ kind }) => kind !== 'recent' && kind !== 'words'), 0);

function begunBefore(asked: Asked, recent: readonly string[]) {
  const begun = asked.words.trim().toLowerCase();
  const now = writeAsked(asked);
  return begun ? recent.filter(query => query !== now && readAsked(query).words.toLowerCase().startsWith(begun)).slice(0, mostRecent) : [];
}
