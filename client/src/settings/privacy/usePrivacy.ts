import { useState } from 'react';
import type { Privacy } from '../../shared/api/types';
import { app } from '../../shared/app';
import { open } from '../../shared/privacy';
import { useStore } from '../../shared/sync/store';
import { useTask } from '../../shared/useTask';

/** Shows a choice at once; what the server refuses is as if it had never been made. */
export function usePrivacy() {
  const kept = useStore(store => store.synced.privacy) ?? open;
  const [wish, setWish] = useState<Partial<Privacy>>({});
  const { run, busy, error } = useTask();
  const change = (wanted: Partial<Privacy>) => {
    setWish(wanted);
    void run(async () => {
      try {
        await app.session.api.changePrivacy(wanted);
        await app.sync();
      } finally {
        setWish({});
      }
    });
  };
  return { settings: { ...kept, ...wish }, change, busy, error };
}
