import { type MouseEvent, type TouchEvent, useEffect, useRef, useState } from 'react';

export interface Point {
  x: number;
  y: number;
}

const holdMs = 450;
const isCoarse = () => !matchMedia('(pointer: fine)').matches;
const isSelecting = () => getSelection()?.isCollapsed === false;
const isWithin = (target: EventTarget, selector: string) => target instanceof Element && target.closest(selector) !== null;

/**
 * A message's menu opens by a tap on it or a long press, by the right button, by the menu key, and by its own button.
 * What has the browser's own menu is left alone; a row that is a link itself has ours.
 */
export function useMenu(canOpen: boolean, foreign = 'a, dialog') {
  const [at, setAt] = useState<Point | null>(null);
  const hold = useHold(setAt);
  const openBy = (element: Element) => {
    const { left, bottom } = element.getBoundingClientRect();
    setAt({ x: left, y: bottom });
  };

  const onClick = (event: MouseEvent) => {
    if (canOpen && isCoarse() && !isSelecting() && !isWithin(event.target, 'a, button, dialog')) setAt({ x: event.clientX, y: event.clientY });
  };

  const onContextMenu = (event: MouseEvent) => {
    if (!canOpen || isSelecting() || isWithin(event.target, foreign)) return;
    event.preventDefault();
    if (isCoarse()) return;
    if (event.clientX === 0 && event.clientY === 0) openBy(event.currentTarget);
    else setAt({ x: event.clientX, y: event.clientY });
  };

  const onTouchStart = (event: TouchEvent) => {
    if (canOpen && event.touches.length === 1 && !isWithin(event.target, foreign)) hold.start(event.touches[0]!);
  };

  return {
    at,
    openBy,
    close: () => setAt(null),
    onClick,
    press: { onContextMenu, onTouchStart, onTouchMove: hold.move, onTouchEnd: hold.end, onTouchCancel: hold.cancel },
  };
}

/** A finger that stays where it is; one that wanders scrolls. */
function useHold(onHold: (at: Point) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const from = useRef<Point>({ x: 0, y: 0 });
  const isHeld = useRef(false);
  const cancel = () => clearTimeout(timer.current);
  useEffect(() => cancel, []);
  return {
    cancel,
    start({ clientX: x, clientY: y }: { clientX: number; clientY: number }) {
      isHeld.current = false;
      from.current = { x, y };
      cancel();
      timer.current = setTimeout(() => {
        isHeld.current = true;
        onHold(from.current);
      }, holdMs);
    },
    move(event: TouchEvent) {
      const touch = event.touches[0];
      if (touch && Math.hypot(touch.clientX - from.current.x, touch.clientY - from.current.y) > 10) cancel();
    },
    end(event: TouchEvent) {
      cancel();
      // The click that would follow lands beside the menu that has just opened, and would close it.
      if (isHeld.current) event.preventDefault();
      isHeld.current = false;
    },
  };
}
