import { useEffect, useState } from 'preact/hooks';
import { secondsLeft, untilNextSecond, type Wait } from './wait';

/** Redraws at each second of the wait and at its end. */
export function useNow(wait: Wait | null): number {
  const [, tick] = useState(0);
  const now = Date.now();
  useEffect(() => {
    if (!wait || secondsLeft(wait, now) === 0) return;
    const timer = setTimeout(() => tick(count => count + 1), untilNextSecond(wait, now));
    return () => clearTimeout(timer);
  });
  return now;
}
