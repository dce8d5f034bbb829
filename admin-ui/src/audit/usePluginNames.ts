import { useEffect, useState } from 'react';
import { session } from '../app/session';

/** What plugins are called in the reader's language; those that are gone by their id. */
export function usePluginNames() {
  const [names, setNames] = useState(new Map<string, string>());
  useEffect(() => {
    session.api.plugins().then(rows => setNames(new Map(rows.map(({ id, name }) => [id, name]))), () => {});
  }, []);
  return (id: string) => names.get(id) ?? id;
}
