import { useEffect, useState } from 'react';
import { app } from '../shared/app';
import type { Policy } from '../shared/api/types';

export function usePolicy() {
  const [policy, setPolicy] = useState<Policy | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    app.session.api.policy().then(found => current && setPolicy(found), failure => current && setError(failure));
    return () => {
      current = false;
    };
  }, [attempt]);
  const retry = () => {
    setError(null);
    setAttempt(attempt + 1);
  };
  return { policy, error, retry };
}
