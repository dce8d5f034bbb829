import { useEffect, useState } from 'react';
import { fetchFile } from '../shared/api/files';
import type { StoredFile } from '../shared/api/types';
import { app } from '../shared/app';

const most = 60;
const shown = new Map<string, Promise<string>>();

/** The latest pictures stay at hand, so that scrolling back does not load them again. */
function addressOf(file: StoredFile): Promise<string> {
  const known = shown.get(file.id);
  if (known) return known;
  const made = fetchFile(app.session, file).then(blob => URL.createObjectURL(blob));
  shown.set(file.id, made);
  made.catch(() => shown.delete(file.id));
  const [oldest] = shown.keys();
  if (shown.size > most && oldest) forget(oldest);
  return made;
}

function forget(id: string) {
  void shown.get(id)?.then(URL.revokeObjectURL);
  shown.delete(id);
}

app.session.onLost(() => [...shown.keys()].forEach(forget));

export function usePicture(file: StoredFile) {
  const [address, setAddress] = useState<string | null>(null);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let current = true;
    addressOf(file).then(made => current && setAddress(made), () => current && setLost(true));
    return () => {
      current = false;
    };
  }, [file.id]);
  return { address, isLost };
}
