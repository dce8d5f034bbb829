import type { SearchHit } from '@stogram/plugin';

/** A message, whoever found it. */
export interface Hit extends SearchHit {
  readonly chatKind?: string;
  readonly kind?: string;
  /** The names of the files that come with words. */
  readonly files?: Pick<SearchHit, 'text' | 'ranges'> | null;
}

export interface ChatHit {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

export interface PersonHit {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
}

export interface Suggestion {
  readonly key: 'from' | 'in';
  readonly id: string;
  readonly name: string;
  readonly username: string | null;
}

export interface Found {
  readonly messages: readonly Hit[];
  readonly chats: readonly ChatHit[];
  readonly people: readonly PersonHit[];
  readonly cursor: string | null;
}

export const keyOf = ({ chatId, seq }: SearchHit) => `${chatId}:${seq}`;

/** One list of two: what was found here goes where its time belongs, and what the server has too is the server's. */
export function merge(server: readonly Hit[], own: readonly SearchHit[]): readonly Hit[] {
  const known = new Set(server.map(keyOf));
  const left = own.filter(hit => !known.has(keyOf(hit))).toSorted((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
  const merged: Hit[] = [];
  for (const hit of server) {
    while (left[0] && left[0].sentAt > hit.sentAt) merged.push(left.shift()!);
    merged.push(hit);
  }
  return [...merged, ...left];
}
