import type { SyncAnswer, SyncedChat } from '../api/types';
import { withChoices } from './choices';
import { type ChatState, type Synced } from './chatState';
import { withMessages, withoutHidden } from './mergeMessages';
import { withPartMark } from './parts';
import { addRange } from './ranges';
import { withKnownRead, withUnread } from './unread';

/** How many of the newest messages a reset brings. */
const page = 50;

export function applySync(held: Synced, answer: SyncAnswer): Synced {
  const chats = { ...held.chats };
  for (const row of answer.chats) chats[row.chat.id] = applyChat(chats[row.chat.id], row, held.meId);
  for (const id of answer.removed) delete chats[id];
  for (const hidden of answer.me.hidden) {
    const state = chats[hidden.chatId];
    if (state) chats[hidden.chatId] = withoutHidden(state, hidden);
  }
  for (const mark of answer.me.chats) {
    const state = chats[mark.chatId];
    if (state) chats[mark.chatId] = withOwn(state, held.meId, mark);
  }
  for (const mark of answer.me.threads) {
    const state = chats[mark.chatId];
    if (state) chats[mark.chatId] = withPartMark(state, mark, held.meId);
  }
  const folders = newerFolders(held.folders, answer.me.folders);
  const { settings, blocked } = answer.me.privacy ?? { settings: held.privacy, blocked: held.blocked };
  return { ...held, chats, folders, privacy: settings, blocked, meCursor: answer.me.cursor ?? held.meCursor, since: answer.now };
}

function applyChat(held: ChatState | undefined, row: SyncedChat, meId: string): ChatState {
  const kept = held ?? empty(row);
  const rows = row.reset ? restarted(kept, row) : withMessages(kept, row.messages);
  const chat = row.chat.rev >= kept.chat.rev ? row.chat : kept.chat;
  const state: ChatState = {
    ...rows,
    chat: { ...chat, lastSeq: Math.max(chat.lastSeq, rows.chat.lastSeq) },
    mine: {
      ...row.member,
      lastReadSeq: Math.max(row.member.lastReadSeq, kept.mine.lastReadSeq),
      lastDeliveredSeq: Math.max(row.member.lastDeliveredSeq, kept.mine.lastDeliveredSeq),
      // After a backup was restored the revisions count from below again.
      choices: row.reset ? row.member.choices : withChoices(kept, row.member.choices).mine.choices,
    },
    readSent: Math.max(kept.readSent, row.member.lastReadSeq),
    members: mergeMembers(kept.members, row.members),
    topics: mergeTopics(kept.topics, row.topics),
    reads: mergeReads(kept.reads, row.reads),
    delivered: mergeReads(kept.delivered, row.reads.map(({ userId, deliveredSeq }) => ({ userId, seq: deliveredSeq }))),
    rev: Math.max(kept.rev, row.chat.rev),
    cursor: row.cursor,
  };
  return withUnread(state, meId, row.member.unread, row.chat.lastSeq);
}

/** The newest of the chat and nothing else, without a hole: what is missing between these rows is hidden from me. */
function restarted(kept: ChatState, row: SyncedChat): ChatState {
  const fresh = withMessages({ ...kept, messages: [], ranges: [], partRanges: {}, missed: kept.missed + 1 }, row.messages);
  const from = row.messages.length < page ? 1 : Math.min(...row.messages.map(message => message.seq));
  // An event may have overtaken the snapshot: what is newer than the snapshot stays.
  const late = kept.messages.filter(message => message.rev > row.chat.rev);
  return withMessages({ ...fresh, ranges: addRange(fresh.ranges, [from, row.chat.lastSeq]) }, late);
}

const empty = (row: SyncedChat): ChatState => ({
  chat: row.chat,
  mine: row.member,
  readSent: row.member.lastReadSeq,
  members: {},
  topics: {},
  reads: {},
  delivered: {},
  messages: [],
  ranges: [],
  rev: 0,
  cursor: null,
  missed: 0,
  partReads: {},
  partRanges: {},
});

/** What the server says of one's own marks and choices, made here or on another device. */
function withOwn(state: ChatState, meId: string, own: SyncAnswer['me']['chats'][number]): ChatState {
  const read = withKnownRead(state, meId, own.lastReadSeq);
  const counted = state.chat.hasTopics ? withUnread(read, meId, own.unread, read.chat.lastSeq) : read;
  return withChoices(withArrived(counted, own.lastDeliveredSeq), own.choices);
}

export const withArrived = (state: ChatState, seq: number): ChatState =>
  seq <= state.mine.lastDeliveredSeq ? state : { ...state, mine: { ...state.mine, lastDeliveredSeq: seq } };

export const newerFolders = (held: Synced['folders'], said: Synced['folders'] | null) =>
  said && said.rev >= held.rev ? said : held;

/** An answer is made for me and may say more than the event of the same change, which is made for all. */
export function mergeMembers(held: ChatState['members'], rows: SyncedChat['members']): ChatState['members'] {
  const newer = rows.filter(row => row.rev >= (held[row.userId]?.rev ?? -1));
  return newer.length ? { ...held, ...Object.fromEntries(newer.map(row => [row.userId, row])) } : held;
}

export function mergeTopics(held: ChatState['topics'], rows: SyncedChat['topics']): ChatState['topics'] {
  const newer = rows.filter(row => row.rev >= (held[row.seq]?.rev ?? -1));
  return newer.length ? { ...held, ...Object.fromEntries(newer.map(row => [row.seq, row])) } : held;
}

export function mergeReads(held: ChatState['reads'], marks: { userId: string; seq: number }[]): ChatState['reads'] {
  const newer = marks.filter(mark => mark.seq > (held[mark.userId] ?? 0));
  return newer.length ? { ...held, ...Object.fromEntries(newer.map(mark => [mark.userId, mark.seq])) } : held;
}
