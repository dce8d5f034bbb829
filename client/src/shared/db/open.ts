import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Me, Message } from '../api/types';
import type { ChatState } from '../sync/chatState';
import type { Pending } from '../sync/outbox';

export type ChatRow = Omit<ChatState, 'messages'> & { id: string };

interface Schema extends DBSchema {
  about: { key: string; value: { me: Me; meCursor: string | null; since: string | null } };
  chats: { key: string; value: ChatRow };
  messages: { key: [string, number]; value: Message };
  outbox: { key: string; value: Pending };
}

export type Database = IDBPDatabase<Schema>;

const name = 'stogram';

export const openDatabase = (): Promise<Database> =>
  openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('about');
      db.createObjectStore('chats', { keyPath: 'id' });
      db.createObjectStore('messages', { keyPath: ['chatId', 'seq'] });
      db.createObjectStore('outbox', { keyPath: 'id' });
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

const stores = ['about', 'chats', 'messages', 'outbox'] as const;

export async function wipe(db: Database) {
  const change = db.transaction(stores, 'readwrite');
  await Promise.all([...stores.map(store => change.objectStore(store).clear()), change.done]);
}
