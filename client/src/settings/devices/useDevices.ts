import { useCallback, useEffect, useState } from 'react';
import type { Device } from '../../shared/api/account';
import { app } from '../../shared/app';

export function useDevices() {
  const [devices, setDevices] = useState<Device[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(async () => {
    setError(null);
    await app.session.api.devices().then(setDevices, setError);
  }, []);
  useEffect(() => void look(), [look]);
  return { devices, error, look };
}
