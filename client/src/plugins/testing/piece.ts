import type { ChatPlace, Contribution } from '@stogram/plugin';
import { addPiece, useRegistry } from '../registry';

export const atrium = { chatId: 'atrium', chatType: 'GROUP', myRole: 'MEMBER' } as const;

/** Draws one line: which contribution, and in which chat. */
export const line = (id: string): Contribution<ChatPlace> => ({
  id,
  mount(el, { chatId }) {
    el.innerHTML = `<p>${id} in ${chatId}</p>`;
    return { update: next => { el.firstChild!.textContent = `${id} in ${next.chatId}`; }, unmount: () => undefined };
  },
});

export function put(plugin: string, contribution: Contribution<ChatPlace>, slot: 'composer.above@1' | 'chat.panel@1' = 'composer.above@1') {
  addPiece({ plugin, slot, contribution });
}

export const clear = () => useRegistry.setState({ pieces: [], explanations: [], sources: [], transforms: [], senders: null, forChats: [], isSettled: false });

export const boom = (): never => {
  throw new Error('boom');
};
