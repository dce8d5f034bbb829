/** A stretch of time until one may write again, in milliseconds of this device's clock. */
export interface Wait {
  readonly from: number;
  readonly until: number;
}

/** Begins with a message of one's own. */
export const waitAfter = (at: number, seconds: number): Wait => ({ from: at, until: at + seconds * 1000 });

/** As the server tells it: so many seconds from now, out of the whole interval. */
export const waitFor = (now: number, retryAfter: number, seconds: number): Wait => {
  const until = now + retryAfter * 1000;
  return { from: Math.min(now, until - seconds * 1000), until };
};

export const secondsLeft = (wait: Wait, now: number) => Math.max(0, Math.ceil((wait.until - now) / 1000));

/** How much of it is over, from 0 to 1. */
export const shareOver = (wait: Wait, now: number) => Math.min(1, Math.max(0, (now - wait.from) / (wait.until - wait.from)));

/** In how many milliseconds the number of seconds left becomes another. */
export const untilNextSecond = (wait: Wait, now: number) => (wait.until - now) % 1000 || 1000;
