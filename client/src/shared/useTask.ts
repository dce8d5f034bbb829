import { useState } from 'react';

/** Something asked of the server: busy while it runs, then done, or why not. */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async <T>(work: () => Promise<T>, done?: (value: T) => void) => {
    setBusy(true);
    setError(null);
    try {
      const value = await work();
      done?.(value);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return { run, busy, error, forget: () => setError(null) };
}
