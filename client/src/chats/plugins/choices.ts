import { app } from '../../shared/app';
import { chatChoice, personChoice } from '../../shared/settings/pick/asChoice';
import type { Choices } from '../../shared/settings/pick/Choosing';
import { useStore } from '../../shared/sync/store';

const chats = () => Object.values(useStore.getState().synced.chats).filter(({ chat }) => chat.type !== 'PRIVATE').map(({ chat }) => chatChoice(chat));

/** People one can find, and chats one is in. */
export const choices: Choices = {
  async of(picker, words) {
    if (picker === 'chat') return chats().filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()));
    return (words ? await app.session.api.searchPeople(words) : (await app.session.api.people()).data).map(personChoice);
  },
  one: async (picker, id) =>
    picker === 'chat' ? chats().find(chat => chat.id === id) ?? null : app.session.api.person(id).then(personChoice, () => null),
};
