import { useEffect, useState } from 'react';
import type { Message } from '../../shared/api/types';
import { app } from '../../shared/app';
import type { ChatState } from '../../shared/sync/chatState';
import { holds } from '../../shared/sync/parts';
import { useStore } from '../../shared/sync/store';
import { pinsOf } from './pinsOf';

const none: readonly Message[] = [];

/** The pinned messages of a chat, oldest first: the server's list, as far as this device does not know better. */
export function usePins(state: ChatState): readonly Message[] {
  const chatId = state.chat.id;
  const link = useStore(store => store.link);
  const [listed, setListed] = useState(none);

  useEffect(() => {
    const leaving = new AbortController();
    // What is pinned far from what is held here: the event of it is all that is told.
    const load = () =>
      app.session.api.pins(chatId).then(pins => { if (!leaving.signal.aborted) setListed(pins); }, () => null);
    if (link === 'online') void load();
    app.listen<Message>('message:pinned', message => { if (message.chatId === chatId) void load(); }, leaving.signal);
    return () => leaving.abort();
  }, [chatId, link]);

  const { part } = state;
  return pinsOf(part ? listed.filter(row => holds(part, row)) : listed, state.messages);
}
