import { useEffect, useRef, useState } from 'react';
import type { StoredFile } from '../shared/api/types';
import { upload } from '../shared/api/upload';
import { app } from '../shared/app';
import { newId } from '../shared/id';

export interface Attachment {
  key: string;
  name: string;
  size: number;
  progress: number;
  stored: StoredFile | null;
  error: unknown;
}

/** Files go up as soon as they are chosen; a message can only name files the server has. */
export function useAttachments() {
  const [items, setItems] = useState<Attachment[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  useEffect(() => () => aborts.current.forEach(abort => abort.abort()), []);

  const change = (key: string, next: Partial<Attachment>) =>
    setItems(list => list.map(item => (item.key === key ? { ...item, ...next } : item)));

  const add = async (file: File) => {
    const key = newId();
    const abort = new AbortController();
    aborts.current.set(key, abort);
    setItems(list => [...list, { key, name: file.name, size: file.size, progress: 0, stored: null, error: null }]);
    try {
      const token = await app.session.fresh();
      const stored = await upload(file, token, progress => change(key, { progress }), abort.signal);
      change(key, { stored, progress: 1 });
    } catch (error) {
      change(key, { error });
    }
  };

  const remove = (key: string) => {
    aborts.current.get(key)?.abort();
    setItems(list => list.filter(item => item.key !== key));
  };

  return { items, add, remove, clear: () => setItems([]) };
}
