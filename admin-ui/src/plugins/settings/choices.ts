import type { Person } from '@stogram/client/shared/api/administration';
import { chatChoice, personChoice } from '@stogram/client/shared/settings/pick/asChoice';
import type { Choices } from '@stogram/client/shared/settings/pick/Choosing';
import type { ChatEntry, User } from '@stogram/client/shared/api/types';
import { session } from '../../app/session';

/** Everybody, and of chats those one is in oneself; private ones have no name to choose by. */
export const choices: Choices = {
  async of(picker, words) {
    if (picker === 'user') return (await session.api.everybody({ q: words || undefined, state: 'active' })).data.map((one: User | Person) => personChoice(one));
    const wanted = words.toLowerCase();
    const named = (await myChats()).filter(entry => entry.chat.type !== 'PRIVATE');
    return named.map(({ chat }) => chatChoice(chat)).filter(({ name }) => name.toLowerCase().includes(wanted));
  },
  one: (picker, id) =>
    (picker === 'user' ? session.api.person(id).then(personChoice) : session.api.chat(id).then(({ chat }) => chatChoice(chat))).catch(() => null),
};

async function myChats() {
  const found: ChatEntry[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { data, next } = await session.api.chatPage(cursor);
    found.push(...data);
    cursor = next;
  }
  return found;
}
