export const units = ['S', 'M', 'H', 'D'] as const;
export type Unit = (typeof units)[number];

const seconds: Record<Unit, number> = { S: 1, M: 60, H: 3600, D: 86400 };

/** ISO 8601 as people say it, in the largest unit that holds it whole; null for what has months, years or fractions in it. */
export function readDuration(text: string): { amount: number; unit: Unit } | null {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!found || text.endsWith('P') || text.endsWith('T')) return null;
  const [days, hours, minutes, rest] = found.slice(1).map(part => Number(part ?? 0)) as [number, number, number, number];
  const total = days * seconds.D + hours * seconds.H + minutes * seconds.M + rest;
  const unit = units.findLast(other => total % seconds[other] === 0) ?? 'S';
  return total === 0 ? { amount: 0, unit: 'S' } : { amount: total / seconds[unit], unit };
}

export const writeDuration = (amount: string, unit: Unit) => (unit === 'D' ? `P${amount}D` : `PT${amount}${unit}`);
