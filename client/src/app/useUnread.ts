import { useEffect } from 'react';
import { useNow } from '../chats/useNow';
import { unreadInAll } from '../shared/notify/decide';
import { useStore } from '../shared/sync/store';

export function useUnread(): number {
  const now = useNow().getTime();
  return useStore(({ synced }) => unreadInAll(Object.values(synced.chats), synced.meId, now));
}

/** The tab of a browser says how much waits. */
export function useTitle() {
  const unread = useUnread();
  useEffect(() => {
    document.title = unread > 0 ? `(${unread > 999 ? '999+' : unread}) Stogram` : 'Stogram';
  }, [unread]);
}
