import type { Me } from '../api/types';
import type { Synced } from '../sync/chatState';
import { kept } from './kept';
import type { Database } from './open';

/** Writes what differs between two states in one transaction: cursors never get ahead of the rows they stand for. */
export async function save(db: Database, me: Me, before: Synced, after: Synced) {
  const change = db.transaction(['about', 'chats', 'messages'], 'readwrite');
  const messages = change.objectStore('messages');
  const chats = change.objectStore('chats');
  const { meCursor, since, folders, privacy, blocked } = after;
  void change.objectStore('about').put({ me, meCursor, since, folders, privacy, blocked }, 'me');
  for (const [id, state] of Object.entries(after.chats)) {
    const held = before.chats[id];
    if (held === state) continue;
    const { messages: rows, ...row } = kept(state);
    const old = held ? kept(held).messages : [];
    void chats.put({ ...row, id });
    const known = new Set(old);
    for (const message of rows) if (!known.has(message)) void messages.put(message);
    const wanted = new Set(rows.map(message => message.seq));
    for (const { seq } of old) if (!wanted.has(seq)) void messages.delete([id, seq]);
  }
  for (const id of Object.keys(before.chats)) {
    if (after.chats[id]) continue;
    void chats.delete(id);
    void messages.delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
  }
  await change.done;
}
