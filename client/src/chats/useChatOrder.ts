import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { chatName } from '../shared/chatNames';
import type { ChatState } from '../shared/sync/chatState';
import { type AppState, useStore } from '../shared/sync/store';
import { lastMessage } from '../shared/sync/timeline';

const latest = (state: ChatState, outbox: AppState['outbox']) => {
  const waiting = outbox.findLast(pending => pending.chatId === state.chat.id)?.createdAt ?? '';
  const said = lastMessage(state)?.createdAt ?? '';
  return [waiting, said, state.mine.joinedAt].reduce((a, b) => (Date.parse(b) > (Date.parse(a) || 0) ? b : a));
};

/** Ids of the chats, the latest talk first. */
export function useChatOrder(filter: string): string[] {
  const { t } = useTranslation();
  const wanted = filter.trim().toLocaleLowerCase();
  return useStore(
    useShallow(({ synced, outbox }) =>
      Object.values(synced.chats)
        .filter(state => chatName(state, synced.meId, t).toLocaleLowerCase().includes(wanted))
        .map(state => ({ id: state.chat.id, at: Date.parse(latest(state, outbox)) }))
        .sort((a, b) => b.at - a.at)
        .map(({ id }) => id),
    ),
  );
}
