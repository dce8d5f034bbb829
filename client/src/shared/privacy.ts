import type { Privacy } from './api/types';
import { useStore } from './sync/store';

/** What holds for whoever has decided nothing. */
export const open: Privacy = {
  lastSeen: 'EVERYBODY', photo: 'EVERYBODY', messages: 'EVERYBODY', groups: 'EVERYBODY', readReceipts: true,
};

export const useIsBlocked = (userId: string | null | undefined) =>
  useStore(store => Boolean(userId) && store.synced.blocked.includes(userId!));
