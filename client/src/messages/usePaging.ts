import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { app } from '../shared/app';
import type { ChatState } from '../shared/sync/chatState';

export interface Paging {
  status: 'idle' | 'loading' | 'failed' | 'done';
  retry: () => void;
}

/** Fetches the page above before the reader gets there. */
export function usePaging(scroller: RefObject<HTMLElement | null>, state: ChatState): Paging {
  const [status, setStatus] = useState<'idle' | 'loading' | 'failed'>('idle');
  const busy = useRef(false);
  const chatId = state.chat.id;
  const isDone = state.atStart || state.ranges.length === 0;
  const from = state.ranges.at(-1)?.[0] ?? 0;

  const load = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setStatus('loading');
    const failed = await app.loadOlder(chatId).then(() => false, () => true);
    busy.current = false;
    setStatus(failed ? 'failed' : 'idle');
  }, [chatId]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || isDone || status !== 'idle') return;
    const look = () => {
      if (element.scrollTop < 2 * element.clientHeight) void load();
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [scroller, isDone, status, from, load]);

  return { status: isDone ? 'done' : status, retry: () => void load() };
}
