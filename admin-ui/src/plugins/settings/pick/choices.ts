import type { Person } from '@stogram/client/shared/api/administration';
import type { ChatEntry, User } from '@stogram/client/shared/api/types';
import { session } from '../../../app/session';

export type Picker = 'user' | 'chat';

/** Somebody or something that a setting may name. */
export interface Choice {
  id: string;
  name: string;
  picture: string | null;
  isChat: boolean;
}

const person = ({ id, displayName, avatarUrl }: User | Person): Choice => ({ id, name: displayName, picture: avatarUrl ?? null, isChat: false });

const chat = ({ chat: { id, name, avatarUrl } }: ChatEntry): Choice => ({ id, name: name ?? '', picture: avatarUrl ?? null, isChat: true });

/** Whom or what one can choose by these words; of chats those one is in oneself, private ones have no name to choose by. */
export async function choicesOf(picker: Picker, words: string): Promise<Choice[]> {
  if (picker === 'user') return (await session.api.everybody({ q: words || undefined, state: 'active' })).data.map(person);
  const wanted = words.toLowerCase();
  const named = (await myChats()).filter(entry => entry.chat.type !== 'PRIVATE');
  return named.map(chat).filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** Who or what has the id; null where that is gone, or cannot be seen. */
export const choiceOf = async (picker: Picker, id: string): Promise<Choice | null> =>
  (picker === 'user' ? session.api.person(id).then(person) : session.api.chat(id).then(chat)).catch(() => null);

async function myChats() {
  const found: ChatEntry[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { data, next } = await session.api.chatPage(cursor);
    found.push(...data);
    cursor = next;
  }
  return found;
}
