import { create } from 'zustand';
import type { Folder } from '../../shared/api/types';
import { useStore } from '../../shared/sync/store';

const useChosen = create<{ id: string | null }>(() => ({ id: null }));

export const showFolder = (id: string | null) => useChosen.setState({ id });

/** The folder whose chats the list shows; null for all of them, also once it is deleted elsewhere. */
export function useShownFolder(): Folder | null {
  const id = useChosen(chosen => chosen.id);
  return useStore(store => store.synced.folders.folders.find(folder => folder.id === id) ?? null);
}
