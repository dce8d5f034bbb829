import { useState } from 'react';

export type ErrandKind = 'reset' | 'verify';

const read = () => {
  const query = new URLSearchParams(location.search);
  const kind = (['reset', 'verify'] as const).find(name => query.get(name));
  return kind ? { kind, code: query.get(kind)! } : null;
};

/** The code leaves the address with the errand: it must not stay in the history of a shared computer. */
export function useErrand() {
  const [errand, setErrand] = useState(read);
  const finish = () => {
    history.replaceState(null, '', '/');
    setErrand(null);
  };
  return { errand, finish };
}
