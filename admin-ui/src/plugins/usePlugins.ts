import type { PluginRow } from '@stogram/client/shared/api/plugins';
import { useCallback, useEffect, useRef, useState } from 'react';
import { session } from '../app/session';
import { isMoving, standingOf } from './standing';

const calm = 5_000;
const keen = 1_000;

/** The list, looked at again while somebody looks: states move by themselves and by other administrators. */
export function usePlugins() {
  const [plugins, setPlugins] = useState<PluginRow[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [targets, setTargets] = useState<Record<string, boolean>>({});
  const [refusals, setRefusals] = useState<Record<string, unknown>>({});
  const turn = useRef(0);

  const look = useCallback(async () => {
    const mine = ++turn.current;
    try {
      const found = await session.api.plugins();
      // An answer from before a switch would move it back for a moment.
      if (mine === turn.current) setPlugins(found);
      setError(null);
    } catch (failure) {
      setError(failure);
    }
  }, []);

  const hurry = plugins?.some(row => isMoving(standingOf(row, undefined))) ?? false;
  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && void look();
    const timer = setInterval(seen, hurry ? keen : calm);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [look, hurry]);
  useEffect(() => void look(), [look]);

  const change = async (id: string, enabled: boolean) => {
    setTargets(all => ({ ...all, [id]: enabled }));
    setRefusals(all => without(all, id));
    try {
      const now = await session.api.switchPlugin(id, enabled);
      turn.current++;
      setPlugins(rows => rows && rows.map(row => (row.id === id ? { ...row, reason: null, ...now } : row)));
    } catch (failure) {
      setRefusals(all => ({ ...all, [id]: failure }));
    }
    setTargets(all => without(all, id));
    void look();
  };

  return { plugins, error, targets, refusals, look, change };
}

function without<T>(all: Record<string, T>, id: string) {
  const { [id]: _gone, ...rest } = all;
  return rest;
}
