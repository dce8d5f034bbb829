import type { Chat, Member, Message, Reacted, ThreadTold, Topic } from '../api/types';
import { mergeMembers, mergeReads, mergeTopics, withArrived } from './applySync';
import type { ChatState } from './chatState';
import { withMessages, withMissed } from './mergeMessages';
import { messageAt } from './timeline';
import { withKnownRead, withUnread } from './unread';

/** A change of a chat's shared state, however it came: broadcast, or the answer to one's own send. */
export type Change = { chatId: string; rev: number } & (
  | { kind: 'message'; message: Message }
  | { kind: 'reaction'; reacted: Reacted }
  | { kind: 'thread'; told: ThreadTold }
  | { kind: 'topic'; topic: Topic }
  | { kind: 'chat'; chat: Chat }
  | { kind: 'member'; member: Member; withheld?: boolean | undefined }
);

export function applyChange(state: ChatState, change: Change, meId: string): ChatState {
  const rev = change.rev === state.rev + 1 ? change.rev : state.rev;
  if (change.kind === 'message') return applyMessage({ ...state, rev }, change.message, meId);
  if (change.kind === 'reaction') return applyReaction({ ...state, rev }, change.reacted, meId);
  if (change.kind === 'thread') return applyThread({ ...state, rev }, change.told);
  if (change.kind === 'topic') return { ...state, rev, topics: mergeTopics(state.topics, [change.topic]) };
  if (change.kind === 'member') return applyMember({ ...state, rev }, change.withheld ? withPicture(change.member, state) : change.member, meId);
  if (change.chat.rev < state.chat.rev) return { ...state, rev };
  // How far the chat has come is told by its messages: one whose event is still on its way would pass for an old one.
  return { ...state, rev, chat: { ...change.chat, lastSeq: state.chat.lastSeq } };
}

/** What is neither new nor here stays away: a row outside the ranges comes with its page, hidden ones never do. */
function applyMessage(state: ChatState, message: Message, meId: string): ChatState {
  const saidAt = state.chat.lastSeq;
  const before = messageAt(state, message.seq);
  if (!before && message.seq <= saidAt) return withMissed(state);
  return withUnread(withMessages(state, [marked(message, before)]), meId, state.mine.unread, saidAt);
}

/** A broadcast is the same for everybody and cannot say which reactions are mine. */
function marked(message: Message, before: Message | null): Message {
  const isMine = (emoji: string) => before?.reactions.some(row => row.emoji === emoji && row.mine) ?? false;
  return { ...message, reactions: message.reactions.map(row => ({ ...row, mine: row.mine ?? isMine(row.emoji) })) };
}

function applyReaction(state: ChatState, reacted: Reacted, meId: string): ChatState {
  const before = messageAt(state, reacted.seq);
  if (!before) return withMissed(state);
  const mine = (emoji: string) =>
    reacted.userId === meId && emoji === reacted.emoji
      ? reacted.on
      : before.reactions.some(row => row.emoji === emoji && row.mine === true);
  const reactions = reacted.counts.map(row => ({ ...row, mine: mine(row.emoji) }));
  return withMessages(state, [{ ...before, rev: reacted.rev, reactions }]);
}

/** The root says what has been answered to it. */
function applyThread(state: ChatState, { seq, rev, thread, twin }: ThreadTold): ChatState {
  const root = messageAt(state, seq);
  if (!root) return withMissed(state);
  const { thread: _before, ...rest } = root;
  return withMessages(state, [{ ...rest, rev, ...(thread && { thread }), ...(twin && { twin }) }]);
}

/** A broadcast leaves out a picture that is not for everybody: it may be for me. */
const withPicture = (member: Member, { members }: ChatState): Member =>
  ({ ...member, user: { ...member.user, avatarUrl: members[member.userId]?.user.avatarUrl ?? null } });

function applyMember(state: ChatState, member: Member, meId: string): ChatState {
  const before = state.members[member.userId];
  if (before && before.rev >= member.rev) return state;
  const members = mergeMembers(state.members, [member]);
  const step = Number(!member.leftAt) - Number(before ? !before.leftAt : false);
  const known = member.rev > state.chat.rev;
  const memberCount = state.chat.memberCount + (known ? step : 0);
  const { role, rights, readOnlyUntil } = member;
  const mine = member.userId === meId ? { ...state.mine, role, rights, readOnlyUntil } : state.mine;
  return { ...state, members, mine, chat: { ...state.chat, memberCount } };
}

type Mark = { userId: string; seq: number };

export function applyRead(state: ChatState, mark: Mark, meId: string): ChatState {
  if (mark.userId === meId) return withKnownRead(state, meId, mark.seq);
  const reads = mergeReads(state.reads, [mark]);
  return reads === state.reads ? state : { ...state, reads };
}

export function applyDelivered(state: ChatState, mark: Mark, meId: string): ChatState {
  if (mark.userId === meId) return withArrived(state, mark.seq);
  const delivered = mergeReads(state.delivered, [mark]);
  return delivered === state.delivered ? state : { ...state, delivered };
}
