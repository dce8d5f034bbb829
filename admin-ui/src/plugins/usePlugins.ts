import type { PluginRow } from '@stogram/client/shared/api/plugins';
import { useCallback, useRef, useState } from 'react';
import { session } from '../app/session';
import { useLooking } from '../ui/useLooking';
import { isMoving, standingOf } from './standing';

/** What the server said to a switch, and where it was to go. */
export interface SwitchRefusal {
  failure: unknown;
  enabled: boolean;
}

const calm = 5_000;
const keen = 1_000;

/** The list, looked at again while somebody looks: states move by themselves and by other administrators. */
export function usePlugins() {
  const [plugins, setPlugins] = useState<PluginRow[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [targets, setTargets] = useState<Record<string, boolean>>({});
  const [refusals, setRefusals] = useState<Record<string, SwitchRefusal>>({});
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
  useLooking(look, hurry ? keen : calm);

  const change = async (id: string, enabled: boolean, cascade = false) => {
    setTargets(all => ({ ...all, [id]: enabled }));
    setRefusals(all => without(all, id));
    try {
      const now = await session.api.switchPlugin(id, enabled, cascade);
      turn.current++;
      setPlugins(rows => rows && rows.map(row => (row.id === id ? { ...row, reason: null, ...now } : row)));
    } catch (failure) {
      setRefusals(all => ({ ...all, [id]: { failure, enabled } }));
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
