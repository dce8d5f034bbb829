import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { Folder } from '../shared/api/types';
import { chatName } from '../shared/chatNames';
import type { ChatState } from '../shared/sync/chatState';
import { isArchived } from '../shared/sync/choices';
import { type AppState, useStore } from '../shared/sync/store';
import { lastMessage } from '../shared/sync/timeline';
import { inFolder } from './folders/inFolder';
import { useNow } from './useNow';

const latest = (state: ChatState, outbox: AppState['outbox']) => {
  const waiting = outbox.findLast(pending => pending.chatId === state.chat.id)?.createdAt ?? '';
  const said = lastMessage(state)?.createdAt ?? '';
  return [waiting, said, state.mine.joinedAt].reduce((a, b) => (Date.parse(b) > (Date.parse(a) || 0) ? b : a));
};

/** All of them, those that were not put away, those that were, or a folder's. */
export type Shown = 'every' | 'main' | 'archive' | Folder;

const pinned = ({ mine }: ChatState) => Date.parse(mine.choices.pinnedAt ?? '') || 0;

function isShown(state: ChatState, shown: Shown, meId: string, now: number) {
  if (shown === 'every') return true;
  const isAway = isArchived(state, meId, now);
  if (shown === 'main' || shown === 'archive') return isAway === (shown === 'archive');
  return !isAway && inFolder(shown, state);
}

/** Ids of the chats, pinned ones above, then the latest talk first. A name finds also what was put away. */
export function useChatOrder(filter: string, shown: Shown): string[] {
  const { t } = useTranslation();
  const now = useNow().getTime();
  const wanted = filter.trim().toLocaleLowerCase();
  const among = wanted && shown === 'main' ? 'every' : shown;
  return useStore(
    useShallow(({ synced, outbox }) =>
      Object.values(synced.chats)
        .filter(state => isShown(state, among, synced.meId, now) && chatName(state, synced.meId, t).toLocaleLowerCase().includes(wanted))
        .map(state => ({ id: state.chat.id, pin: pinned(state), at: Date.parse(latest(state, outbox)) }))
        .sort((a, b) => b.pin - a.pin || b.at - a.at)
        .map(({ id }) => id),
    ),
  );
}
