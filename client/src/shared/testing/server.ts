import type { Chat, Member, Message, Mine, SyncAnswer, SyncRequest, User } from '../api/types';
import type { Change } from '../sync/applyEvent';

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
  chatId: 'atrium', userId, role: 'MEMBER', rev, joinedAt: at(0), leftAt, user: user(userId),
});

export const mine = (rest: Partial<Mine> = {}): Mine => ({
  role: 'MEMBER', joinedAt: at(0), visibleFromSeq: 0, lastReadSeq: 0, unread: 0, ...rest,
});

/** The rules of the real one in fifty lines: two counters, rows that know their revision, sync by cursor. */
export class SmallServer {
  rev = 2;
  lastRead = 0;
  readonly messages: Message[] = [];
  readonly members = new Map<string, Member>([['ada', member('ada', 1)], ['bo', member('bo', 2)]]);

  constructor(private readonly resetOver = 200) {}

  get chat(): Chat {
    const memberCount = [...this.members.values()].filter(row => !row.leftAt).length;
    return {
      id: 'atrium', type: 'GROUP', name: 'Atrium', description: null, avatarUrl: null, isSecret: false, rev: this.rev,
      lastSeq: this.messages.length, memberCount, createdAt: at(0),
    };
  }

  send(senderId: string): Change {
    const row = message(this.messages.length + 1, ++this.rev, senderId);
    this.messages.push(row);
    return { kind: 'message', message: row, chatId: 'atrium', rev: row.rev };
  }

  remove(seq: number): Change | null {
    const row = this.messages[seq - 1];
    if (!row || row.isDeleted) return null;
    const gone = { ...row, rev: ++this.rev, isDeleted: true, content: null };
    this.messages[seq - 1] = gone;
    return { kind: 'message', message: gone, chatId: 'atrium', rev: gone.rev };
  }

  toggle(userId: string): Change {
    const isIn = this.members.get(userId)?.leftAt === null;
    const row = member(userId, ++this.rev, isIn ? at(0) : null);
    this.members.set(userId, row);
    return { kind: 'member', member: row, chatId: 'atrium', rev: row.rev };
  }

  unread(meId: string) {
    return this.messages.filter(row => row.seq > this.lastRead && row.senderId !== meId && !row.isDeleted).length;
  }

  sync(request: SyncRequest, meId: string): SyncAnswer {
    const known = request.chats.atrium;
    const since = known === undefined ? -1 : Number(known);
    const changed = this.messages.filter(row => row.rev > since);
    const reset = known === undefined || changed.length > this.resetOver;
    const messages = (reset ? this.messages.slice(-50) : changed).toReversed();
    const members = [...this.members.values()].filter(row => reset || row.rev > since);
    const state = mine({ lastReadSeq: this.lastRead, unread: this.unread(meId) });
    return {
      chats: [{ chat: this.chat, member: state, members, reads: [], messages, cursor: String(this.rev), more: false, reset }],
      removed: [], me: { chats: [], hidden: [], cursor: '1' }, now: at(0), more: false,
    };
  }
}
