import { create } from 'zustand';
import type { Message } from '../api/types';

/** What somebody just asked for and the server has not said yet, by message and emoji. */
export type Wishes = Record<string, boolean>;

/** Beside the synced state and never in it: a refusal is undone by forgetting the wish. */
export const useWishes = create<Record<string, Wishes>>(() => ({}));

export function wish(id: string, emoji: string, on: boolean) {
  const mine = { ...useWishes.getState()[id], [emoji]: on };
  useWishes.setState({ [id]: mine });
  return () => {
    const now = useWishes.getState()[id];
    // The same emoji was asked for once more meanwhile: that wish ends with its own answer.
    if (now?.[emoji] !== on) return;
    const { [emoji]: _done, ...rest } = now;
    useWishes.setState(({ [id]: _old, ...others }) => (Object.keys(rest).length ? { ...others, [id]: rest } : others), true);
  };
}

type Reactions = Message['reactions'];

export function withWishes(reactions: Reactions, wishes: Wishes | undefined): Reactions {
  if (!wishes) return reactions;
  const held = reactions.map(row => turned(row, wishes[row.emoji])).filter(row => row.count > 0);
  const fresh = Object.entries(wishes)
    .filter(([emoji, on]) => on && !reactions.some(row => row.emoji === emoji))
    .map(([emoji]) => ({ emoji, count: 1, mine: true }));
  return [...held, ...fresh];
}

function turned(row: Reactions[number], on: boolean | undefined) {
  if (on === undefined || on === (row.mine ?? false)) return row;
  return { ...row, count: row.count + (on ? 1 : -1), mine: on };
}
