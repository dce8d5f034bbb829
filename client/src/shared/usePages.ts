import type { Answer } from './api/request';
import { useCallback, useEffect, useRef, useState } from 'react';

interface Pages<T> {
  rows: T[] | null;
  next: string | null;
  error: unknown;
}

/** A list that is never loaded whole. A new question starts over, a moment after the last key; answers to old ones are dropped. */
export function usePages<T>(ask: (cursor?: string) => Promise<Answer<T[]>>, wait = 0) {
  const [{ rows, next, error }, setPages] = useState<Pages<T>>({ rows: null, next: null, error: null });
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);

  const load = useCallback(async (cursor?: string) => {
    const mine = ++turn.current;
    setBusy(true);
    try {
      const { data, next: after } = await ask(cursor);
      if (mine === turn.current) setPages(old => ({ rows: cursor ? [...(old.rows ?? []), ...data] : data, next: after, error: null }));
    } catch (failure) {
      if (mine === turn.current) setPages(old => ({ ...old, error: failure }));
    }
    if (mine === turn.current) setBusy(false);
  }, [ask]);

  useEffect(() => {
    const timer = setTimeout(() => void load(), wait);
    return () => {
      clearTimeout(timer);
      turn.current++;
    };
  }, [load, wait]);

  const change = (update: (rows: T[]) => T[]) => setPages(old => ({ ...old, rows: old.rows && update(old.rows) }));
  return { rows, error, busy, hasMore: next !== null, more: () => load(next ?? undefined), look: () => load(), change };
}
