import { useEffect } from 'react';

/** Looks at once, and again and again while somebody looks at the page. */
export function useLooking(look: () => unknown, every: number) {
  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && void look();
    const timer = setInterval(seen, every);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [look, every]);
  useEffect(() => void look(), [look]);
}
