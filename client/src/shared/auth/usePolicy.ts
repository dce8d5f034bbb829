import { useEffect, useState } from 'react';
import { codeOf } from '../api/error';
import type { Policy } from '../api/types';
import { nameOrganization, namedOrganization } from './organization';
import type { Session } from './session';

/** A name that is not known here any more, or not under this host name, is forgotten and asked for again. */
async function ask(session: Session) {
  const named = namedOrganization();
  try {
    return await session.api.policy(named);
  } catch (failure) {
    if (!named || codeOf(failure) !== 'NOT_FOUND') throw failure;
    nameOrganization(null);
    return session.api.policy();
  }
}

export function usePolicy(session: Session) {
  const [policy, setPolicy] = useState<Policy | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    ask(session).then(found => current && setPolicy(found), failure => current && setError(failure));
    return () => {
      current = false;
    };
  }, [session, attempt]);
  const retry = () => {
    setPolicy(null);
    setError(null);
    setAttempt(attempt + 1);
  };
  return { policy, error, retry };
}
