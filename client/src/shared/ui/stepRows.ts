import type { KeyboardEvent } from 'react';

/** The arrows go through the buttons of a list, from the field above it as well. */
export function stepRows(event: KeyboardEvent, list: HTMLElement | null) {
  const rows = [...(list?.querySelectorAll('button') ?? [])];
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || rows.length === 0) return;
  event.preventDefault();
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
}
