import { useEffect, useState } from 'react';
import { app } from '../shared/app';

/** Whether the organization wants a second factor of this person before anything else. */
export function useBarred() {
  const [isBarred, setBarred] = useState(false);
  useEffect(() => {
    const barred = app.session.onBarred(() => setBarred(true));
    const lost = app.session.onLost(() => setBarred(false));
    return () => {
      barred();
      lost();
    };
  }, []);
  const pass = () => {
    setBarred(false);
    void app.sync();
  };
  return { isBarred, pass };
}
