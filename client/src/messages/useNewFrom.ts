import { useEffect, useState } from 'react';
import { useStore } from '../shared/sync/store';
import type { ChatState } from '../shared/sync/chatState';

export interface NewFrom {
  from: number | null;
  count: number;
}

const unreadOf = ({ mine }: ChatState): NewFrom =>
  mine.unread > 0 ? { from: mine.lastReadSeq + 1, count: mine.unread } : { from: null, count: 0 };

/** Where the unread began when the chat was opened or come back to: the line stays put while one reads on. */
export function useNewFrom(state: ChatState): NewFrom {
  const [fresh, setFresh] = useState(() => unreadOf(state));
  const chatId = state.chat.id;
  useEffect(() => {
    const look = () => {
      const now = useStore.getState().synced.chats[chatId];
      if (now && now.mine.unread > 0) setFresh(unreadOf(now));
    };
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [chatId]);
  return fresh;
}
