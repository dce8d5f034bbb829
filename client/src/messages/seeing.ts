import { create } from 'zustand';
import type { Message } from '../shared/api/types';
import { mostShown } from '../shared/sync/deliveries';
import { useStore } from '../shared/sync/store';

/** The message of one's own about which somebody wants to know who has seen it. */
export const useSeeing = create<{ message: Message | null }>(() => ({ message: null }));

export const askSeen = (message: Message | null) => useSeeing.setState({ message });

/** The server's rule: one's own messages, in chats small enough. */
export function canAskSeen({ chatId, senderId }: Message, meId: string) {
  const chat = useStore.getState().synced.chats[chatId]?.chat;
  return chat !== undefined && senderId === meId && !chat.isSaved && chat.memberCount <= mostShown;
}
