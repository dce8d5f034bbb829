import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const near = 48;

/** Stays at the end while there, keeps the reader's place when history comes in above, and never moves by itself else. */
export function useScroll(scroller: RefObject<HTMLElement | null>, firstSeq: number, lastKey: string, sentId: string) {
  const [isAtEnd, setAtEnd] = useState(true);
  const seen = useRef({ firstSeq: 0, height: 0, atEnd: true, sentId });

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const before = seen.current;
    const isOpening = before.firstSeq === 0;
    const divider = isOpening ? element.querySelector<HTMLElement>('[data-new]') : null;
    if (divider) element.scrollTop = divider.offsetTop - element.clientHeight / 3;
    else if (before.atEnd || isOpening || (sentId !== '' && sentId !== before.sentId)) toEnd();
    else if (firstSeq < before.firstSeq) element.scrollTop += element.scrollHeight - before.height;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < near;
    seen.current = { firstSeq, height: element.scrollHeight, atEnd, sentId };
    setAtEnd(atEnd);
  }, [scroller, firstSeq, lastKey, sentId, toEnd]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < near;
      seen.current.atEnd = atEnd;
      seen.current.height = element.scrollHeight;
      setAtEnd(atEnd);
    };
    const resized = new ResizeObserver(() => {
      if (seen.current.atEnd) toEnd();
    });
    element.addEventListener('scroll', look, { passive: true });
    resized.observe(element);
    for (const child of element.children) resized.observe(child);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroller, toEnd]);

  return { isAtEnd, toEnd };
}
