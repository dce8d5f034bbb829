import type { PluginRow } from '@stogram/client/shared/api/types';
import { useEffect, useState } from 'react';
import { session } from '../app/session';

export function usePlugins() {
  const [plugins, setPlugins] = useState<PluginRow[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    session.api.plugins().then(found => current && setPlugins(found), failure => current && setError(failure));
    return () => {
      current = false;
    };
  }, [attempt]);
  const retry = () => {
    setError(null);
    setAttempt(attempt + 1);
  };
  return { plugins, error, retry };
}
