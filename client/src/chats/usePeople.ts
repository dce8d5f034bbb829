import { useEffect, useState } from 'react';
import { app } from '../shared/app';
import type { User } from '../shared/api/types';
import { useStore } from '../shared/sync/store';

export interface People {
  people: User[] | null;
  error: unknown;
}

/** Everybody while nothing is typed, then whoever the server finds; answers that were overtaken are dropped. */
export function usePeople(query: string): People {
  const meId = useStore(state => state.synced.meId);
  const [found, setFound] = useState<People>({ people: null, error: null });
  useEffect(() => {
    let current = true;
    const wanted = query.trim();
    const look = async () => {
      const people = await (wanted ? app.session.api.searchPeople(wanted) : app.session.api.people());
      if (current) setFound({ people: people.filter(person => person.id !== meId), error: null });
    };
    const timer = setTimeout(
      () => look().catch((error: unknown) => current && setFound({ people: null, error })),
      wanted ? 200 : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, meId]);
  return found;
}
