import type { ChatState } from '../shared/sync/chatState';
import { partOf } from '../shared/sync/parts';
import { useStore } from '../shared/sync/store';

/** The same chat, or the same part of it, as it is now. */
export function heldNow({ chat, part }: Pick<ChatState, 'chat' | 'part'>): ChatState | undefined {
  const { chats, meId } = useStore.getState().synced;
  const state = chats[chat.id];
  return state && part ? partOf(state, part, meId) : state;
}
