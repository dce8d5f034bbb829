import { create } from 'zustand';
import type { Message } from '../../shared/api/types';

/** Messages of one chat that are chosen for something to be done with them; null while nobody is choosing. */
export const useChosen = create<{ chatId: string | null; ids: ReadonlySet<string> }>(() => ({ chatId: null, ids: new Set() }));

export const useIsChoosing = (chatId: string) => useChosen(chosen => chosen.chatId === chatId);

export const startChoosing = ({ chatId, id }: Message) => useChosen.setState({ chatId, ids: new Set([id]) });

export const stopChoosing = () => useChosen.setState({ chatId: null, ids: new Set() });

export const most = 100;

export function toggleChosen(id: string) {
  useChosen.setState(({ ids }) => {
    const next = new Set(ids);
    if (!next.delete(id) && next.size < most) next.add(id);
    return { ids: next };
  });
}
