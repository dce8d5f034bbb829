const two = (n: number) => String(n).padStart(2, '0');

/** As a field of day and time writes it, in this device's own zone. */
export const toField = (at: Date) =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

/** Null while it is not a time. */
export function fromField(text: string): Date | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

export const inHour = (now: Date) => new Date(Math.ceil((now.getTime() + 3_600_000) / 300_000) * 300_000);

export function tomorrow(now: Date): Date {
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  at.setHours(9);
  return at;
}
