import type { Me, Message } from '../api/types';
import { type ChatState, nothing, type Synced } from '../sync/chatState';
import { type Draft, noDraft } from '../sync/draft';
import type { Pending } from '../sync/outbox';
import type { Database } from './open';

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
  const states = rows.map(({ id, ...row }): ChatState => ({ ...row, missed: row.missed ?? 0, messages: within(row, said.get(id) ?? []) }));
  const chats = Object.fromEntries(states.map(state => [state.chat.id, state]));
  const { me, meCursor, since, privacy = null, blocked = [] } = about;
  const synced = { ...nothing(me.id), meCursor, since, chats, privacy, blocked };
  const drafts = Object.fromEntries(written.map(({ chatId, ...draft }) => [chatId, { ...noDraft, ...draft }]));
  return { me, synced, outbox: outbox.sort((a, b) => (a.id < b.id ? -1 : 1)), drafts };
}

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
