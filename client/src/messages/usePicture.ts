import { useEffect, useState } from 'react';
import { fetchFile } from '../shared/api/files';
import type { StoredFile } from '../shared/api/types';
import { app } from '../shared/app';
import { Addresses } from '../shared/pictures/Addresses';

const pictures = new Addresses(id => fetchFile(app.session, id), 60);

app.session.onLost(() => pictures.clear());

export function usePicture(file: StoredFile) {
  const [address, setAddress] = useState<string | null>(null);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let current = true;
    pictures.of(file.id).then(made => current && setAddress(made), () => current && setLost(true));
    return () => {
      current = false;
    };
  }, [file.id]);
  return { address, isLost };
}
