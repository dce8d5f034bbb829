import type { Me } from '../api/types';
import { type ChatState, nothing, type Synced } from '../sync/chatState';
import type { Pending } from '../sync/outbox';
import { newest } from '../sync/ranges';
import type { ChatRow, Database } from './open';

/** Enough to fill a screen many times over; what is older is paged in from the server again. */
const kept = 300;

export interface Loaded {
  me: Me;
  synced: Synced;
  outbox: Pending[];
}

export async function load(db: Database): Promise<Loaded | null> {
  const about = await db.get('about', 'me');
  if (!about) return null;
  const [rows, outbox] = await Promise.all([db.getAll('chats'), db.getAll('outbox')]);
  const states = await Promise.all(rows.map(row => loadChat(db, row)));
  const chats = Object.fromEntries(states.map(state => [state.chat.id, state]));
  const synced = { ...nothing(about.me.id), meCursor: about.meCursor, since: about.since, chats };
  return { me: about.me, synced, outbox: outbox.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

async function loadChat(db: Database, { id, ...row }: ChatRow): Promise<ChatState> {
  const range = newest(row.ranges);
  if (!range) return { ...row, messages: [] };
  const from = Math.max(range[0], range[1] - kept + 1);
  const messages = await db.getAll('messages', IDBKeyRange.bound([id, from], [id, range[1]]));
  return { ...row, messages, ranges: [[from, range[1]]], atStart: row.atStart && from === range[0] };
}
