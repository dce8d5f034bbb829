import type { Me } from '@stogram/client/shared/api/types';
import { useEffect, useState } from 'react';
import { session } from './session';

export type Who = { phase: 'starting' } | { phase: 'failed'; error: unknown } | { phase: 'signed-out' } | { phase: 'barred' } | { phase: 'in'; me: Me };

/** The cookie is shared with the chats: whoever is signed in there is signed in here. */
export function useMe() {
  const [who, setWho] = useState<Who>({ phase: 'starting' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const lost = session.onLost(() => setWho({ phase: 'signed-out' }));
    const barred = session.onBarred(() => setWho({ phase: 'barred' }));
    const look = async () => {
      if (!session.isLikely) return setWho({ phase: 'signed-out' });
      if (await session.refresh()) setWho({ phase: 'in', me: await session.api.me() });
    };
    look().catch((error: unknown) => setWho({ phase: 'failed', error }));
    return () => {
      lost();
      barred();
    };
  }, [attempt]);
  const retry = () => {
    setWho({ phase: 'starting' });
    setAttempt(attempt + 1);
  };
  return { who, enter: (me: Me) => setWho({ phase: 'in', me }), retry };
}
