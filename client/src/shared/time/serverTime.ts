let ahead = 0;

/** What the server's clock said just now: this device's own may be wrong, and messages end by the server's. */
export function noteServerTime(now: string) {
  ahead = Date.parse(now) - Date.now();
}

export const serverNow = () => Date.now() + ahead;
