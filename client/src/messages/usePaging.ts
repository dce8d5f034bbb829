import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { app } from '../shared/app';
import type { ChatState, Part } from '../shared/sync/chatState';
import type { Ask } from '../shared/sync/pages';
import { isStart } from '../shared/sync/timeline';
import type { Shown } from './useWindow';
import { down, hasAbove, hasBelow, isFollowing, up } from './window';

export interface Paging {
  status: 'idle' | 'loading' | 'failed' | 'done';
  retry: () => void;
}

/** Draws, and fetches where it has to, what is above or below before the reader gets there. */
export function usePaging(scroller: RefObject<HTMLElement | null>, state: ChatState, shown: Shown) {
  const { window, range, rows, isNewest, move } = shown;
  const above = useLoad(state.chat.id, state.part);
  const below = useLoad(state.chat.id, state.part);
  const isTop = range === null || isStart(state, range);
  const canUp = hasAbove(rows, window);
  const canDown = hasBelow(rows, window) || (isNewest && !isFollowing(window));

  useEffect(() => {
    const element = scroller.current;
    if (!element || !range) return;
    const look = () => {
      const reach = 2 * element.clientHeight;
      if (element.scrollTop < reach) {
        if (canUp) return move(up);
        if (!isTop && above.status === 'idle') void above.load({ before: range[0] });
      }
      if (element.scrollHeight - element.scrollTop - element.clientHeight < reach) {
        if (canDown) return move(down);
        if (!isNewest && below.status === 'idle') void below.load({ after: range[1] });
      }
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [scroller, range, rows, window, isNewest, isTop, canUp, canDown, move, above, below]);

  return {
    older: { status: isTop ? 'done' : above.status, retry: above.retry } satisfies Paging as Paging,
    newer: { status: isNewest ? 'done' : below.status, retry: below.retry } satisfies Paging as Paging,
  };
}

function useLoad(chatId: string, part: Part | undefined) {
  const [load, setLoad] = useState<{ status: 'idle' | 'loading' | 'failed'; ask: Ask | null }>({ status: 'idle', ask: null });
  const busy = useRef(false);
  const run = useCallback(async (ask: Ask) => {
    if (busy.current) return;
    busy.current = true;
    setLoad({ status: 'loading', ask });
    const failed = await app.load(chatId, ask, part).then(() => false, () => true);
    busy.current = false;
    setLoad({ status: failed ? 'failed' : 'idle', ask });
  }, [chatId, part]);
  return { status: load.status, load: run, retry: () => void (load.ask && run(load.ask)) };
}
