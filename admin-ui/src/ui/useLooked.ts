import { useCallback, useState } from 'react';
import { useLooking } from './useLooking';

/** What is asked for, looked at again while somebody looks; it stays where a later look fails. `ask` is the same in every draw. */
export function useLooked<T>(ask: () => Promise<T>, every: (found: T | null) => number) {
  const [found, setFound] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(async () => {
    try {
      setFound(await ask());
      setError(null);
    } catch (failure) {
      setError(failure);
    }
  }, [ask]);
  useLooking(look, every(found));
  return { found, error, look };
}
