import type { SearchSource } from '@stogram/plugin';
import { useEffect, useRef, useState } from 'preact/hooks';
import { finished, isNothing, readAsked, writeAsked } from '../asked';
import type { Finder } from '../Finder';
import { type Found, keyOf } from '../found';

const calm = 200;

export interface Finding {
  /** Of the search before, while the next one is on its way. */
  readonly found: Found | null;
  readonly isBusy: boolean;
  /** In words, or empty where only the line failed. */
  readonly fault: string | null;
  more(): void;
  again(): void;
}

/** The hits of what the address says; asked for once nobody has changed it for a moment. */
export function useFound(query: string, finder: Finder, sources: readonly SearchSource[]): Finding {
  const [found, setFound] = useState<Found | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const asking = useRef<AbortController>(null);
  const asked = finished(readAsked(query));

  const ask = (cursor: string | null) => {
    asking.current?.abort();
    const { signal } = (asking.current = new AbortController());
    setBusy(true);
    finder.find(asked, sources, signal, cursor).then(
      page => {
        if (signal.aborted) return;
        setFound(before => (cursor && before ? follow(before, page) : page));
        setFault(null);
        setBusy(false);
      },
      (error: { code?: string; details?: { q?: string } }) => {
        if (signal.aborted) return;
        // Nothing that may be known by that name is nothing found.
        if (error.code === 'NOT_FOUND') setFound({ messages: [], chats: [], people: [], cursor: null });
        // What was found before is no answer to what cannot be asked.
        else if (!cursor) setFound(null);
        setFault(error.code === 'NOT_FOUND' ? null : (error.details?.q ?? ''));
        setBusy(false);
      },
    );
  };

  useEffect(() => {
    if (isNothing(asked)) {
      asking.current?.abort();
      setFound(null);
      setFault(null);
      setBusy(false);
      return;
    }
    setBusy(true);
    const timer = setTimeout(() => ask(null), calm);
    return () => {
      clearTimeout(timer);
      asking.current?.abort();
    };
  }, [writeAsked(asked), sources, turn]);

  return {
    found,
    isBusy,
    fault,
    more: () => found?.cursor && !isBusy && ask(found.cursor),
    again: () => setTurn(count => count + 1),
  };
}

function follow(before: Found, page: Found): Found {
  const known = new Set(before.messages.map(keyOf));
  return { ...before, messages: [...before.messages, ...page.messages.filter(hit => !known.has(keyOf(hit)))], cursor: page.cursor };
}
