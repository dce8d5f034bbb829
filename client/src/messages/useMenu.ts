import { type MouseEvent, useState } from 'react';

export interface Point {
  x: number;
  y: number;
}

const isCoarse = () => !matchMedia('(pointer: fine)').matches;
const isSelecting = () => getSelection()?.isCollapsed === false;
const hasOwnUse = (target: EventTarget) => target instanceof Element && target.closest('a, button, dialog') !== null;

/** A message's menu opens by a tap on it, by the right button, by the menu key, and by its own button. */
export function useMenu(canOpen: boolean) {
  const [at, setAt] = useState<Point | null>(null);
  const openBy = (element: Element) => {
    const { left, bottom } = element.getBoundingClientRect();
    setAt({ x: left, y: bottom });
  };

  const onClick = (event: MouseEvent) => {
    if (canOpen && isCoarse() && !isSelecting() && !hasOwnUse(event.target)) setAt({ x: event.clientX, y: event.clientY });
  };

  const onContextMenu = (event: MouseEvent) => {
    // A finger held down selects text, and links and selected text have the browser's own menu.
    const isLink = event.target instanceof Element && event.target.closest('a, dialog') !== null;
    if (!canOpen || isCoarse() || isSelecting() || isLink) return;
    event.preventDefault();
    if (event.clientX === 0 && event.clientY === 0) openBy(event.currentTarget);
    else setAt({ x: event.clientX, y: event.clientY });
  };

  return { at, openBy, close: () => setAt(null), onClick, onContextMenu };
}
