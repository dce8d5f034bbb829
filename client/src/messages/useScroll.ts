import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Aim } from './useWindow';

const near = 48;

interface Place {
  key: string;
  top: number;
}

const isNearEnd = (element: HTMLElement) => element.scrollHeight - element.scrollTop - element.clientHeight < near;

/** Stays at the end while there, goes where it is sent, and keeps what is being read in its place through everything else. */
export function useScroll(scroller: RefObject<HTMLElement | null>, isFollowing: boolean, aim: Aim | null) {
  const [isAtEnd, setAtEnd] = useState(true);
  const done = useRef<Aim | null>(null);
  const seen = useRef<{ atEnd: boolean; places: Place[] }>({ atEnd: true, places: [] });

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    seen.current = { atEnd: isFollowing && isNearEnd(element), places: placesIn(element) };
    setAtEnd(seen.current.atEnd);
  }, [scroller, isFollowing]);

  const settle = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    if (seen.current.atEnd && isFollowing) element.scrollTop = element.scrollHeight;
    else restore(element, seen.current.places);
  }, [scroller, isFollowing]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const isNew = aim !== null && aim !== done.current;
    if (isNew && goTo(element, aim, done.current === null)) done.current = aim;
    else settle();
    look();
  });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const resized = new ResizeObserver(() => {
      settle();
      look();
    });
    element.addEventListener('scroll', look, { passive: true });
    resized.observe(element);
    for (const child of element.children) resized.observe(child);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroller, look, settle]);

  return { isAtEnd };
}

function goTo(element: HTMLElement, { seq }: Aim, isOpening: boolean): boolean {
  const divider = isOpening ? element.querySelector<HTMLElement>('[data-new]') : null;
  const row = seq === null ? null : element.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
  if (divider) element.scrollTop = divider.offsetTop - element.clientHeight / 3;
  else if (row) element.scrollTop = row.offsetTop - element.offsetTop - (element.clientHeight - row.offsetHeight) / 2;
  else if (seq === null) element.scrollTop = element.scrollHeight;
  return row !== null || (seq === null && element.querySelector('[data-key]') !== null);
}

/** The first rows in sight: several, for the first may be the one that is deleted. */
function placesIn(element: HTMLElement): Place[] {
  const rows = element.querySelectorAll<HTMLElement>('[data-key]');
  const top = element.scrollTop + element.offsetTop;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle]!;
    if (row.offsetTop + row.offsetHeight <= top) low = middle + 1;
    else high = middle;
  }
  return Array.from({ length: Math.min(8, rows.length - low) }, (_, i) => {
    const row = rows[low + i]!;
    return { key: row.dataset.key!, top: row.offsetTop };
  });
}

function restore(element: HTMLElement, places: Place[]) {
  for (const { key, top } of places) {
    const row = element.querySelector<HTMLElement>(`[data-key="${key}"]`);
    if (!row) continue;
    if (row.offsetTop !== top) element.scrollTop += row.offsetTop - top;
    return;
  }
}
