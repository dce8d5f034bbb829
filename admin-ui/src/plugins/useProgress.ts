import type { PluginRow } from '@stogram/client/shared/api/plugins';
import { useEffect, useState } from 'react';
import { session } from '../app/session';

const often = 1_000;

/** From 0 to 1; null where the plugin has nothing to tell. Asked again until it is done. */
export function useProgress({ id, enabled, state, contributes: { progress } }: PluginRow): number | null {
  const [done, setDone] = useState<number | null>(null);
  const isOn = enabled && state === 'RUNNING' && progress;
  useEffect(() => {
    if (!isOn) return setDone(null);
    const stop = new AbortController();
    const look = async () => {
      const answer = await session.fetch(`/api/${id}/${progress}`, { signal: stop.signal }).then(response => response.json(), () => null);
      if (stop.signal.aborted) return;
      const found = typeof answer?.data?.done === 'number' ? answer.data.done : null;
      setDone(found);
      if (found !== null && found < 1) setTimeout(() => !stop.signal.aborted && void look(), often);
    };
    void look();
    return () => stop.abort();
  }, [id, isOn, progress]);
  return done;
}
