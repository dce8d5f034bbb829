import { useState } from 'react';
import { app } from '../shared/app';

/** Something done on the server that changes chats: busy while it runs, then the new state, or why not. */
export function useDeed(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      await app.sync();
      onDone();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return { run, busy, error };
}
