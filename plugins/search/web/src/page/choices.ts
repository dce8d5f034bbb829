import { type Asked, isNothing, unfinished } from '../asked';
import type { ChatHit, Found, Hit, PersonHit, Suggestion } from '../found';

/** A row that can be chosen, in the order of the arrows. */
export type Choice =
  | { readonly kind: 'recent'; readonly query: string }
  | { readonly kind: 'suggestion'; readonly suggestion: Suggestion }
  | { readonly kind: 'person'; readonly person: PersonHit }
  | { readonly kind: 'chat'; readonly chat: ChatHit }
  | { readonly kind: 'message'; readonly hit: Hit };

export function choicesOf(asked: Asked, found: Found | null, suggestions: readonly Suggestion[], recent: readonly string[]): readonly Choice[] {
  if (unfinished(asked.words)) return suggestions.map(suggestion => ({ kind: 'suggestion', suggestion }));
  if (isNothing(asked)) return recent.map(query => ({ kind: 'recent', query }));
  if (!found) return [];
  return [
    ...found.people.map(person => ({ kind: 'person', person }) as const),
    ...found.chats.map(chat => ({ kind: 'chat', chat }) as const),
    ...found.messages.map(hit => ({ kind: 'message', hit }) as const),
  ];
}
