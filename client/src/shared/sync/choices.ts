import type { Choices } from '../api/types';
import type { ChatState } from './chatState';

/** What somebody has decided who has not decided anything. */
export const undecided: Choices = { pinnedAt: null, archivedSeq: null, mutedUntil: null, notify: 'ALL', isMarkedUnread: false, rev: 0 };

export function withChoices(state: ChatState, choices: Choices): ChatState {
  if (choices.rev < state.mine.choices.rev) return state;
  return { ...state, mine: { ...state.mine, choices } };
}

export const isMuted = ({ mutedUntil }: Choices, now: number) => mutedUntil !== null && Date.parse(mutedUntil) > now;

/** Neither muted nor turned off altogether. */
export const isQuiet = (choices: Choices, now: number) => choices.notify === 'NONE' || isMuted(choices, now);

/** The server's rule: what others said since, and one would be told of, brings a chat back. */
export function isArchived({ mine: { choices }, messages }: ChatState, meId: string, now: number): boolean {
  const { archivedSeq, mutedUntil } = choices;
  if (archivedSeq === null) return false;
  if (isQuiet(choices, now)) return true;
  const newest = messages.findLast(row => row.senderId !== meId);
  if (!newest || newest.seq <= archivedSeq) return true;
  return mutedUntil !== null && Date.parse(newest.createdAt) <= Date.parse(mutedUntil);
}
