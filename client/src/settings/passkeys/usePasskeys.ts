import { useCallback, useEffect, useState } from 'react';
import type { Passkey } from '../../shared/api/account';
import { app } from '../../shared/app';

export function usePasskeys() {
  const [passkeys, setPasskeys] = useState<Passkey[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(async () => {
    setError(null);
    await app.session.api.passkeys().then(setPasskeys, setError);
  }, []);
  useEffect(() => void look(), [look]);
  return { passkeys, error, look };
}
