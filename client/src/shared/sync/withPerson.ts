import type { User } from '../api/types';
import type { Synced } from './chatState';

/** Somebody as they are seen now, in every chat that shows them: what one may see changes without their rows. */
export function withPerson(synced: Synced, user: User): Synced {
  const stale = Object.entries(synced.chats).filter(([, { members }]) => {
    const held = members[user.id];
    return held && held.user.avatarUrl !== user.avatarUrl;
  });
  if (stale.length === 0) return synced;
  const fresh = stale.map(([id, state]) => {
    const member = { ...state.members[user.id]!, user };
    return [id, { ...state, members: { ...state.members, [user.id]: member } }] as const;
  });
  return { ...synced, chats: { ...synced.chats, ...Object.fromEntries(fresh) } };
}

/** Whether there is nothing left to ask of somebody. */
export const isGone = ({ chats }: Synced, userId: string) =>
  Object.values(chats).some(({ members }) => members[userId]?.user.isDeleted ?? false);
