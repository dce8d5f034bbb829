import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { fetchFile } from '../api/files';
import type { Session } from '../auth/session';
import { Addresses } from './Addresses';

const Context = createContext<Addresses | null>(null);
const most = 300;

/** Where the pictures of people come from, for every avatar below. */
export function Faces({ session, children }: { session: Session; children: ReactNode }) {
  const [addresses] = useState(() => new Addresses(id => fetchFile(session, id), most));
  useEffect(() => {
    const lost = session.onLost(() => addresses.clear());
    return () => void lost();
  }, [session, addresses]);
  return <Context value={addresses}>{children}</Context>;
}

/** Null without a picture and until it is here: initials stand in. */
export function useFace(avatarUrl: string | null | undefined): string | null {
  const addresses = useContext(Context);
  const [shown, setShown] = useState<{ of: string; address: string } | null>(null);
  useEffect(() => {
    let current = true;
    const id = avatarUrl?.split('/').at(-1);
    if (addresses && avatarUrl && id) {
      void addresses.of(id).then(address => current && setShown({ of: avatarUrl, address }), () => undefined);
    }
    return () => {
      current = false;
    };
  }, [addresses, avatarUrl]);
  return shown && shown.of === avatarUrl ? shown.address : null;
}
