import { useState } from 'react';

export function useChosen<T extends { id: string }>() {
  const [chosen, setChosen] = useState<T[]>([]);
  const toggle = (item: T) =>
    setChosen(list => (list.some(other => other.id === item.id) ? list.filter(other => other.id !== item.id) : [...list, item]));
  return { chosen, ids: chosen.map(item => item.id), toggle };
}
