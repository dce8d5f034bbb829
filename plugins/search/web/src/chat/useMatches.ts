import type { SearchSource } from '@stogram/plugin';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Asked, isNothing } from '../asked';
import type { Finder } from '../Finder';
import type { Hit } from '../found';

const calm = 250;
const atOnce = 50;

interface Matches {
  readonly hits: readonly Hit[];
  readonly cursor: string | null;
  readonly at: number;
}

const none: Matches = { hits: [], cursor: null, at: 0 };

/** The matches of a chat, and which one is shown. */
export function useMatches(asked: Asked, finder: Finder, sources: readonly SearchSource[], jump: (seq: number) => void) {
  const [matches, setMatches] = useState(none);
  const [state, setState] = useState<'idle' | 'busy' | 'done' | 'failed'>('idle');
  const asking = useRef<AbortController>(null);

  const ask = async (cursor: string | null) => {
    asking.current?.abort();
    const { signal } = (asking.current = new AbortController());
    setState('busy');
    try {
      const page = await finder.find(asked, sources, signal, cursor, atOnce);
      if (signal.aborted) return;
      const before = cursor ? matches.hits : [];
      const hits = [...before, ...page.messages];
      const at = Math.min(before.length, Math.max(hits.length - 1, 0));
      setMatches({ hits, cursor: page.cursor, at });
      setState('done');
      if (hits[at] && hits.length > before.length) jump(hits[at].seq);
    } catch {
      if (!signal.aborted) setState('failed');
    }
  };

  useEffect(() => {
    setMatches(none);
    setState('idle');
    if (isNothing({ ...asked, chat: null })) return;
    const timer = setTimeout(() => void ask(null), calm);
    return () => {
      clearTimeout(timer);
      asking.current?.abort();
    };
  }, [asked.words]);

  const step = (by: number) => {
    const at = matches.at + by;
    if (matches.hits[at]) {
      setMatches({ ...matches, at });
      jump(matches.hits[at].seq);
    } else if (by > 0 && matches.cursor && state === 'done') {
      void ask(matches.cursor);
    }
  };

  return { at: matches.at, count: matches.hits.length, hasMore: matches.cursor !== null, isDone: state === 'done', isFailed: state === 'failed', step };
}
