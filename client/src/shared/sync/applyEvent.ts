import type { Chat, Member, Message, Reacted } from '../api/types';
import { mergeMembers, mergeReads } from './applySync';
import type { ChatState } from './chatState';
import { withMessages } from './mergeMessages';
import { withKnownRead, withUnread } from './unread';

/** A change of a chat's shared state, however it came: broadcast, or the answer to one's own send. */
export type Change = { chatId: string; rev: number } & (
  | { kind: 'message'; message: Message }
  | { kind: 'reaction'; reacted: Reacted }
  | { kind: 'chat'; chat: Chat }
  | { kind: 'member'; member: Member }
);

export function applyChange(state: ChatState, change: Change, meId: string): ChatState {
  const rev = change.rev === state.rev + 1 ? change.rev : state.rev;
  if (change.kind === 'message') return applyMessage({ ...state, rev }, change.message, meId);
  if (change.kind === 'reaction') return applyReaction({ ...state, rev }, change.reacted, meId);
  if (change.kind === 'member') return applyMember({ ...state, rev }, change.member);
  if (change.chat.rev < state.chat.rev) return { ...state, rev };
  return { ...state, rev, chat: { ...change.chat, lastSeq: Math.max(change.chat.lastSeq, state.chat.lastSeq) } };
}

function applyMessage(state: ChatState, message: Message, meId: string): ChatState {
  const saidAt = state.chat.lastSeq;
  return withUnread(withMessages(state, [message]), meId, state.mine.unread, saidAt);
}

function applyReaction(state: ChatState, reacted: Reacted, meId: string): ChatState {
  const before = state.messages.find(row => row.seq === reacted.seq);
  if (!before) return state;
  const mine = (emoji: string) =>
    reacted.userId === meId && emoji === reacted.emoji
      ? reacted.on
      : before.reactions.some(row => row.emoji === emoji && row.mine === true);
  const reactions = reacted.counts.map(row => ({ ...row, mine: mine(row.emoji) }));
  return withMessages(state, [{ ...before, rev: reacted.rev, reactions }]);
}

function applyMember(state: ChatState, member: Member): ChatState {
  const before = state.members[member.userId];
  const members = mergeMembers(state.members, [member]);
  if (members === state.members) return state;
  const step = Number(!member.leftAt) - Number(before ? !before.leftAt : false);
  const known = member.rev > state.chat.rev;
  const memberCount = state.chat.memberCount + (known ? step : 0);
  return { ...state, members, chat: { ...state.chat, memberCount } };
}

export function applyRead(state: ChatState, mark: { userId: string; seq: number }, meId: string): ChatState {
  if (mark.userId === meId) return withKnownRead(state, meId, mark.seq);
  const reads = mergeReads(state.reads, [mark]);
  return reads === state.reads ? state : { ...state, reads };
}
