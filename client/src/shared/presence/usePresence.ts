import { useEffect } from 'react';
import { app } from '../app';
import { useStore } from '../sync/store';
import { type Presence, usePeople } from './people';

/** Whether somebody is here; null while that is not known, as without a line. */
export function usePresence(userId: string | null): Presence | null {
  const isOnline = useStore(store => store.link === 'online');
  useEffect(() => {
    if (userId && isOnline) app.lookout.look(userId);
  }, [userId, isOnline]);
  return usePeople(people => (userId ? (people[userId] ?? null) : null));
}
