import { useEffect } from 'react';
import { app } from '../shared/app';
import type { AppState } from '../shared/sync/store';

/** The copy on this device may be from before a new name, role or second factor. */
export function useFreshMe(phase: AppState['phase']) {
  useEffect(() => {
    if (phase === 'ready') void app.refreshMe().catch(() => null);
  }, [phase]);
}
