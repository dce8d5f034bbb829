import type { Me } from '../api/types';
import type { ChatState, Synced } from '../sync/chatState';
import type { Database } from './open';

/** Writes what differs between two states in one transaction: cursors never get ahead of the rows they stand for. */
export async function save(db: Database, me: Me, before: Synced, after: Synced) {
  const change = db.transaction(['about', 'chats', 'messages'], 'readwrite');
  const messages = change.objectStore('messages');
  const chats = change.objectStore('chats');
  const { meCursor, since } = after;
  void change.objectStore('about').put({ me, meCursor, since }, 'me');
  for (const [id, state] of Object.entries(after.chats)) {
    const old = before.chats[id];
    if (old === state) continue;
    const { messages: rows, ...row } = state;
    void chats.put({ ...row, id });
    const known = new Set(old?.messages);
    for (const message of rows) if (!known.has(message)) void messages.put(message);
    const kept = new Set(rows.map(message => message.seq));
    for (const { seq } of old?.messages ?? []) if (!kept.has(seq)) void messages.delete([id, seq]);
    if (forgets(old, state)) void messages.delete(IDBKeyRange.bound([id, 0], [id, rows[0]!.seq], false, true));
  }
  for (const id of Object.keys(before.chats)) {
    if (after.chats[id]) continue;
    void chats.delete(id);
    void messages.delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
  }
  await change.done;
}

/** A reset drops the ranges below: their rows may be stale and are only in the way. */
const forgets = (old: ChatState | undefined, state: ChatState) =>
  old && state.messages.length > 0 && (old.messages[0]?.seq ?? 0) < state.messages[0]!.seq;
