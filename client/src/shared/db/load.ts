import type { Me, Message } from '../api/types';
import { type ChatState, noFolders, nothing, type Synced } from '../sync/chatState';
import { undecided } from '../sync/choices';
import { type Draft, noDraft } from '../sync/draft';
import type { Pending } from '../sync/outbox';
import type { ChatRow, Database } from './open';

export interface Loaded {
  me: Me;
  synced: Synced;
  outbox: Pending[];
  drafts: Record<string, Draft>;
}

/** One transaction and one read of all messages: hundreds of chats would be hundreds of round trips else. */
export async function load(db: Database): Promise<Loaded | null> {
  const read = db.transaction(['about', 'chats', 'messages', 'outbox', 'drafts']);
  const [about, rows, messages, outbox, written] = await Promise.all([
    read.objectStore('about').get('me'),
    read.objectStore('chats').getAll(),
    read.objectStore('messages').getAll(),
    read.objectStore('outbox').getAll(),
    read.objectStore('drafts').getAll(),
  ]);
  if (!about) return null;
  const said = byChat(messages);
  const states = rows.map(({ id, ...row }): ChatState => ({ ...known(row), messages: within(row, said.get(id) ?? []) }));
  const chats = Object.fromEntries(states.map(state => [state.chat.id, state]));
  const { me, meCursor, since, folders = noFolders, privacy = null, blocked = [] } = about;
  const synced = { ...nothing(me.id), meCursor, since, folders, chats, privacy, blocked };
  const drafts = Object.fromEntries(written.map(({ chatId, ...draft }) => [chatId, { ...unsaved(), ...draft }]));
  return { me, synced, outbox: outbox.sort((a, b) => (a.id < b.id ? -1 : 1)), drafts };
}

/** Kept by a version that knew less. */
const known = (row: Omit<ChatRow, 'id'>): Omit<ChatState, 'messages'> => ({
  ...row,
  missed: row.missed ?? 0,
  delivered: row.delivered ?? {},
  topics: row.topics ?? {},
  mine: { ...row.mine, lastDeliveredSeq: row.mine.lastDeliveredSeq ?? 0, choices: row.mine.choices ?? undecided },
});

const unsaved = (): Draft => ({ ...noDraft, at: new Date().toISOString(), isSaved: false });

/** The store is in the order of chat and seq. */
function byChat(messages: readonly Message[]) {
  const found = new Map<string, Message[]>();
  for (const message of messages) {
    const rows = found.get(message.chatId);
    if (rows) rows.push(message);
    else found.set(message.chatId, [message]);
  }
  return found;
}

const within = ({ ranges }: Pick<ChatState, 'ranges'>, messages: Message[]) =>
  messages.filter(row => row.seq >= (ranges[0]?.[0] ?? Infinity));
