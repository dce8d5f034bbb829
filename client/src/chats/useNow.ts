import { useSyncExternalStore } from 'react';

const minute = 60_000;
let now = new Date();

/** The present to the minute: what says "today" must not say so tomorrow. */
export const useNow = () =>
  useSyncExternalStore(
    listener => {
      const timer = setInterval(() => {
        now = new Date();
        listener();
      }, minute);
      return () => clearInterval(timer);
    },
    () => now,
  );
