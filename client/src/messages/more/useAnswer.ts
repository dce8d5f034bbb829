import { useEffect, useState } from 'react';

/** Asks once for each key; the last question's answer counts. */
export function useAnswer<T>(key: string, ask: () => Promise<T>) {
  const [answer, setAnswer] = useState<{ key: string; data: T | null; error: unknown }>({ key, data: null, error: null });
  useEffect(() => {
    let isWanted = true;
    ask().then(
      data => { if (isWanted) setAnswer({ key, data, error: null }); },
      (error: unknown) => { if (isWanted) setAnswer({ key, data: null, error }); },
    );
    return () => { isWanted = false; };
    // The key says what is asked.
  }, [key]);
  return answer.key === key ? answer : { key, data: null, error: null };
}
