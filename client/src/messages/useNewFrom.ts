import { useEffect, useState } from 'react';
import type { ChatState } from '../shared/sync/chatState';
import { withRead } from '../shared/sync/unread';
import { heldNow } from './heldNow';

export interface NewFrom {
  from: number | null;
  count: number;
}

const nothingNew: NewFrom = { from: null, count: 0 };

const answeredUpTo = (state: ChatState, meId: string) => state.messages.findLast(row => row.senderId === meId)?.seq ?? 0;

/** Nothing above one's own last word is new: whoever answers has read. */
export function unreadOf(state: ChatState, meId: string): NewFrom {
  const { mine } = withRead(state, meId, answeredUpTo(state, meId));
  return mine.unread > 0 ? { from: mine.lastReadSeq + 1, count: mine.unread } : nothingNew;
}

/** Where the unread began when the chat was opened or come back to: the line stays put while one reads on, until one answers. */
export function useNewFrom(state: ChatState, meId: string): NewFrom {
  const [fresh, setFresh] = useState(() => unreadOf(state, meId));
  const { chat: { id: chatId }, part } = state;
  useEffect(() => {
    const look = () => {
      const now = heldNow(state);
      if (now && now.mine.unread > 0) setFresh(unreadOf(now, meId));
    };
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [chatId, part, meId]);
  return fresh.from !== null && answeredUpTo(state, meId) >= fresh.from ? nothingNew : fresh;
}
