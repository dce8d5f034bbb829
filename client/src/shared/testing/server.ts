import type { Chat, Choices, Folders, Member, Message, Mine, SyncAnswer, SyncRequest, User } from '../api/types';
import type { Change } from '../sync/applyEvent';
import { noFolders } from '../sync/chatState';
import { undecided } from '../sync/choices';
import { type Ask, pageSize } from '../sync/pages';

const at = (seq: number) => new Date(Date.UTC(2026, 0, 1, 9, seq)).toISOString();

export const user = (id: string): User => ({
  id, username: id, displayName: id, avatarUrl: null, bio: null, status: 'ONLINE', lastSeenAt: null, role: 'MEMBER',
});

export const message = (seq: number, rev: number, senderId = 'bo', rest: Partial<Message> = {}): Message => ({
  id: `m${seq}`, chatId: 'atrium', seq, rev, senderId, type: 'TEXT', content: `said ${seq} at ${rev}`, replyTo: null,
  files: [], reactions: [], mentions: [], hashtags: [], isEncrypted: false, isEdited: false, isDeleted: false,
  isSilent: false, isPinned: false, createdAt: at(seq), updatedAt: at(seq), extra: {}, ...rest,
});

export const member = (userId: string, rev: number, leftAt: string | null = null): Member => ({
  chatId: 'atrium', userId, role: 'MEMBER', rev, joinedAt: at(0), leftAt, rights: null, title: null, readOnlyUntil: null, user: user(userId),
});

export const mine = (rest: Partial<Mine> = {}): Mine => ({
  role: 'MEMBER', joinedAt: at(0), visibleFromSeq: 0, lastReadSeq: 0, lastDeliveredSeq: 0, unread: 0, choices: undecided,
  rights: null, readOnlyUntil: null, ...rest,
});

/** The rules of the real one in a hundred lines: two counters, rows that know their revision, sync by cursor. */
export class SmallServer {
  rev = 2;
  lastRead = 0;
  meRev = 1;
  choices: Choices = undecided;
  folders: Folders = noFolders;
  readonly delivered = new Map<string, number>();
  readonly messages: Message[] = [];
  readonly likes = new Map<number, Set<string>>();
  readonly members = new Map<string, Member>([['ada', member('ada', 1)], ['bo', member('bo', 2)]]);

  constructor(private readonly resetOver = 200) {}

  get chat(): Chat {
    const memberCount = [...this.members.values()].filter(row => !row.leftAt).length;
    return {
      id: 'atrium', type: 'GROUP', name: 'Atrium', description: null, avatarUrl: null, isSecret: false, isSaved: false, rev: this.rev,
      lastSeq: this.messages.length, memberCount, createdAt: at(0), historyVisible: true, memberRights: ['POST', 'SEND_FILES'],
      isListed: false, needsApproval: false, expiresIn: null, hasTopics: false,
    };
  }

  send(senderId: string, rest: Partial<Message> = {}): Change {
    const seq = this.messages.length + 1;
    const row = message(seq, ++this.rev, senderId, { ...(seq % 3 === 0 && { expiresAt: at(seq) }), ...rest });
    this.messages.push(row);
    return { kind: 'message', message: row, chatId: 'atrium', rev: row.rev };
  }

  remove(seq: number): Change | null {
    const row = this.messages[seq - 1];
    if (!row || row.isDeleted) return null;
    const gone = { ...row, rev: ++this.rev, isDeleted: true, content: null, reactions: [] };
    this.likes.delete(seq);
    this.messages[seq - 1] = gone;
    return { kind: 'message', message: gone, chatId: 'atrium', rev: gone.rev };
  }

  /** The time of all that has one is over. */
  expire(): Change[] {
    return this.messages.filter(row => row.expiresAt).flatMap(row => this.forget(row.seq));
  }

  /** Answers a message: two changes, for its root says so. */
  reply(senderId: string, to: number): Change[] {
    const answered = this.messages[to - 1];
    if (!answered || answered.isDeleted) return [];
    const threadSeq = answered.threadSeq ?? to;
    return [this.send(senderId, { threadSeq }), this.recount(threadSeq)];
  }

  /** Deletes a message, and with it an answer. */
  forget(seq: number): Change[] {
    const gone = this.remove(seq);
    const { threadSeq } = this.messages[seq - 1] ?? {};
    return gone && threadSeq ? [gone, this.recount(threadSeq)] : gone ? [gone] : [];
  }

  private recount(seq: number): Change {
    const said = this.messages.filter(row => row.threadSeq === seq && !row.isDeleted).toReversed();
    const by = [...new Set(said.map(row => row.senderId))].slice(0, 3);
    const thread = said[0] ? { count: said.length, lastSeq: said[0].seq, lastAt: said[0].createdAt, by } : null;
    const { thread: _before, ...root } = this.messages[seq - 1]!;
    const rev = ++this.rev;
    this.messages[seq - 1] = { ...root, rev, ...(thread && { thread }) };
    return { kind: 'thread', told: { chatId: 'atrium', rev, id: root.id, seq, thread }, chatId: 'atrium', rev };
  }

  pin(seq: number): Change | null {
    const row = this.messages[seq - 1];
    if (!row || row.isDeleted) return null;
    const pinned = { ...row, rev: ++this.rev, isPinned: !row.isPinned };
    this.messages[seq - 1] = pinned;
    return { kind: 'message', message: { ...pinned, reactions: this.counts(seq, null) }, chatId: 'atrium', rev: pinned.rev };
  }

  edit(seq: number): Change | null {
    const row = this.messages[seq - 1];
    if (!row || row.isDeleted) return null;
    const rev = ++this.rev;
    const edited = { ...row, rev, isEdited: true, content: `said ${seq} at ${rev}` };
    this.messages[seq - 1] = edited;
    const counts = this.counts(seq, null);
    return { kind: 'message', message: { ...edited, reactions: counts }, chatId: 'atrium', rev };
  }

  /** Likes a message, or takes it back. */
  like(seq: number, userId: string): Change | null {
    const row = this.messages[seq - 1];
    if (!row || row.isDeleted) return null;
    const likes = this.likes.get(seq) ?? new Set();
    const on = !likes.delete(userId);
    if (on) likes.add(userId);
    this.likes.set(seq, likes);
    const rev = ++this.rev;
    this.messages[seq - 1] = { ...row, rev };
    const reacted = { chatId: 'atrium', rev, id: row.id, seq, userId, emoji: '👍', on, counts: this.counts(seq, null) };
    return { kind: 'reaction', reacted, chatId: 'atrium', rev };
  }

  history(ask: Ask, meId: string): Message[] {
    const rows = this.seenBy(meId);
    if ('before' in ask) return rows.filter(row => row.seq < ask.before).slice(-pageSize);
    if ('after' in ask) return rows.filter(row => row.seq > ask.after).slice(0, pageSize);
    const below = rows.filter(row => row.seq < ask.around).slice(-pageSize / 2);
    return [...below, ...rows.filter(row => row.seq >= ask.around).slice(0, pageSize / 2)];
  }

  /** The messages as answers show them: with one's own reactions marked. */
  seenBy(meId: string): Message[] {
    return this.messages.map(row => ({ ...row, reactions: this.counts(row.seq, meId) }));
  }

  private counts(seq: number, meId: string | null): Message['reactions'] {
    const likes = this.likes.get(seq);
    if (!likes?.size) return [];
    return [{ emoji: '👍', count: likes.size, ...(meId !== null && { mine: likes.has(meId) }) }];
  }

  toggle(userId: string): Change {
    const isIn = this.members.get(userId)?.leftAt === null;
    const row = member(userId, ++this.rev, isIn ? at(0) : null);
    this.members.set(userId, row);
    return { kind: 'member', member: row, chatId: 'atrium', rev: row.rev };
  }

  /** What ada decides on another device. */
  choose(change: Partial<Choices>): Choices {
    this.choices = { ...this.settled(), ...change, rev: ++this.meRev };
    return this.choices;
  }

  fold(name: string): Folders {
    const folder = { id: name, name, rules: [], chatIds: [] };
    const others = this.folders.folders.filter(other => other.id !== name);
    this.folders = { folders: others.length === this.folders.folders.length ? [...others, folder] : others, rev: ++this.meRev };
    return this.folders;
  }

  /** A message of somebody else brings an archived chat back. */
  settled(): Choices {
    const { archivedSeq } = this.choices;
    const isBack = archivedSeq !== null && this.messages.some(row => row.seq > archivedSeq && row.senderId !== 'ada');
    return isBack ? { ...this.choices, archivedSeq: null } : this.choices;
  }

  unread(meId: string) {
    return this.messages.filter(row => row.seq > this.lastRead && row.senderId !== meId && !row.isDeleted).length;
  }

  sync(request: SyncRequest, meId: string): SyncAnswer {
    const known = request.chats.atrium;
    const since = known === undefined ? -1 : Number(known);
    const rows = this.seenBy(meId);
    const changed = rows.filter(row => row.rev > since);
    const reset = known === undefined || changed.length > this.resetOver;
    const messages = (reset ? rows.slice(-50) : changed).toReversed();
    const members = [...this.members.values()].filter(row => reset || row.rev > since);
    const state = mine({ lastReadSeq: this.lastRead, unread: this.unread(meId), choices: this.settled() });
    const reads = [...this.delivered].map(([userId, deliveredSeq]) => ({ userId, seq: 0, deliveredSeq }));
    const told = Number(request.me ?? 0);
    const own = { chatId: 'atrium', lastReadSeq: this.lastRead, lastDeliveredSeq: 0, unread: state.unread, choices: state.choices };
    return {
      chats: [{ chat: this.chat, member: state, members, reads, messages, topics: [], cursor: String(this.rev), more: false, reset }],
      removed: [],
      me: {
        chats: this.choices.rev > told ? [own] : [], hidden: [], drafts: [], privacy: null, threads: [],
        folders: this.folders.rev > told ? this.folders : null, cursor: String(this.meRev),
      },
      now: at(0), more: false,
    };
  }
}
