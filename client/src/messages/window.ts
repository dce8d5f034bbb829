/** A part of a contiguous list of messages, by seq, both ends in it; one that follows has no end. */
export interface Window {
  from: number;
  to: number;
}

interface Row {
  seq: number;
}

/** So much is drawn at most, whatever is loaded, and in such steps it moves: several screens either way. */
export const most = 240;
export const step = 60;

export const isFollowing = (window: Window) => window.to === Infinity;

export const within = <T extends Row>(rows: readonly T[], { from, to }: Window): T[] =>
  rows.filter(row => row.seq >= from && row.seq <= to);

/** The newest, and what comes; a little more where the first unread is a little above. */
export function latest(rows: readonly Row[], unreadFrom: number | null = null): Window {
  const at = unreadFrom === null ? -1 : rows.findIndex(row => row.seq >= unreadFrom);
  const reach = at < 0 ? step : Math.max(step, rows.length - at + step / 2);
  if (reach > most) return around(rows, unreadFrom!);
  return { from: rows[Math.max(0, rows.length - reach)]?.seq ?? 0, to: Infinity };
}

export function around(rows: readonly Row[], seq: number): Window {
  const at = Math.max(0, rows.findIndex(row => row.seq >= seq));
  return { from: rows[Math.max(0, at - step)]?.seq ?? 0, to: rows[Math.min(rows.length - 1, at + step)]?.seq ?? Infinity };
}

export function up(rows: readonly Row[], window: Window): Window {
  const drawn = within(rows, window);
  const first = rows.findIndex(row => row.seq >= window.from);
  const from = Math.max(0, first - step);
  const length = drawn.length + first - from;
  return { from: rows[from]?.seq ?? 0, to: length > most ? rows[from + most - 1]!.seq : window.to };
}

/** Follows again where it has come to the end of the newest. */
export function down(rows: readonly Row[], window: Window, isNewest: boolean): Window {
  const last = rows.findLastIndex(row => row.seq <= window.to);
  const to = Math.min(rows.length - 1, last + step);
  const from = Math.max(rows.findIndex(row => row.seq >= window.from), to - most + 1);
  const isEnd = to === rows.length - 1 && isNewest;
  return { from: rows[from]?.seq ?? 0, to: isEnd ? Infinity : (rows[to]?.seq ?? Infinity) };
}

export const hasAbove = (rows: readonly Row[], { from }: Window) => rows.length > 0 && rows[0]!.seq < from;

export const hasBelow = (rows: readonly Row[], { to }: Window) => rows.length > 0 && rows.at(-1)!.seq > to;
