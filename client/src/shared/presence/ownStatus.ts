import { create } from 'zustand';
import type { Status } from '../api/types';

export type OwnStatus = Exclude<Status, 'OFFLINE'>;

const key = 'stogram.status';

const chosen = (): OwnStatus => {
  const kept = localStorage.getItem(key);
  return kept === 'AWAY' || kept === 'DND' ? kept : 'ONLINE';
};

/** Kept on this device and said again with every connection: the server takes whoever connects to be here. */
export const useOwnStatus = create<{ status: OwnStatus }>(() => ({ status: chosen() }));

export function keepStatus(status: OwnStatus) {
  localStorage.setItem(key, status);
  useOwnStatus.setState({ status });
}
