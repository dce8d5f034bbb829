import type { SyncAnswer, SyncedChat } from '../api/types';
import { type ChatState, type Synced } from './chatState';
import { withMessages, withoutHidden } from './mergeMessages';
import { withKnownRead, withUnread } from './unread';

export function applySync(held: Synced, answer: SyncAnswer): Synced {
  const chats = { ...held.chats };
  for (const row of answer.chats) chats[row.chat.id] = applyChat(chats[row.chat.id], row, held.meId);
  for (const id of answer.removed) delete chats[id];
  for (const hidden of answer.me.hidden) {
    const state = chats[hidden.chatId];
    if (state) chats[hidden.chatId] = withoutHidden(state, hidden);
  }
  for (const mark of answer.me.chats ?? []) {
    const state = chats[mark.chatId];
    if (state) chats[mark.chatId] = withKnownRead(state, held.meId, mark.lastReadSeq);
  }
  return { ...held, chats, meCursor: answer.me.cursor ?? held.meCursor, since: answer.now };
}

function applyChat(held: ChatState | undefined, row: SyncedChat, meId: string): ChatState {
  const kept = held ?? empty(row);
  // An event may have overtaken a reset's snapshot: what is newer than the snapshot stays.
  const late = row.reset ? kept.messages.filter(message => message.rev > row.chat.rev) : [];
  const base = row.reset ? { ...kept, messages: [], ranges: [], atStart: false } : kept;
  const rows = withMessages(base, [...row.messages, ...late]);
  const chat = row.chat.rev >= kept.chat.rev ? row.chat : kept.chat;
  const state: ChatState = {
    ...rows,
    chat: { ...chat, lastSeq: Math.max(chat.lastSeq, rows.chat.lastSeq) },
    mine: { ...row.member, lastReadSeq: Math.max(row.member.lastReadSeq, held?.mine.lastReadSeq ?? 0) },
    readSent: Math.max(kept.readSent, row.member.lastReadSeq),
    members: mergeMembers(kept.members, row.members),
    reads: mergeReads(kept.reads, row.reads ?? []),
    rev: Math.max(kept.rev, row.chat.rev),
    cursor: row.cursor,
  };
  const started = state.ranges.length === 1 && state.ranges[0]![0] <= Math.max(1, state.mine.visibleFromSeq);
  const placed = started ? { ...state, atStart: true } : state;
  return withUnread(placed, meId, row.member.unread, row.chat.lastSeq);
}

const empty = (row: SyncedChat): ChatState => ({
  chat: row.chat,
  mine: row.member,
  readSent: row.member.lastReadSeq,
  members: {},
  reads: {},
  messages: [],
  ranges: [],
  rev: 0,
  cursor: null,
  atStart: row.chat.lastSeq === 0,
});

export function mergeMembers(held: ChatState['members'], rows: SyncedChat['members']): ChatState['members'] {
  const newer = rows.filter(row => row.rev > (held[row.userId]?.rev ?? -1));
  return newer.length ? { ...held, ...Object.fromEntries(newer.map(row => [row.userId, row])) } : held;
}

export function mergeReads(held: ChatState['reads'], marks: { userId: string; seq: number }[]): ChatState['reads'] {
  const newer = marks.filter(mark => mark.seq > (held[mark.userId] ?? 0));
  return newer.length ? { ...held, ...Object.fromEntries(newer.map(mark => [mark.userId, mark.seq])) } : held;
}
