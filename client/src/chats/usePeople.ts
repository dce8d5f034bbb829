import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import type { User } from '../shared/api/types';
import { useStore } from '../shared/sync/store';

export interface People {
  people: User[] | null;
  hasMore: boolean;
  error: unknown;
}

/** By name while nothing is typed, then whoever the server finds, best first; answers that were overtaken are dropped. */
export function usePeople(query: string): People {
  const { i18n: { language } } = useTranslation();
  const meId = useStore(state => state.synced.meId);
  const [found, setFound] = useState<People>({ people: null, hasMore: false, error: null });
  useEffect(() => {
    let current = true;
    const wanted = query.trim();
    const look = async () => {
      const { data, next } = wanted ? { data: await app.session.api.searchPeople(wanted), next: null } : await app.session.api.people();
      const others = data.filter(person => person.id !== meId);
      const people = wanted ? others : others.sort((a, b) => a.displayName.localeCompare(b.displayName, language));
      if (current) setFound({ people, hasMore: next !== null, error: null });
    };
    const timer = setTimeout(
      () => look().catch((error: unknown) => current && setFound({ people: null, hasMore: false, error })),
      wanted ? 200 : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, meId, language]);
  return found;
}
