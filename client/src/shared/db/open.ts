import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Folders, Me, Message, Privacy } from '../api/types';
import type { ChatState } from '../sync/chatState';
import type { Draft } from '../sync/draft';
import type { Pending } from '../sync/outbox';

/** A draft as it is kept: an edit that was begun is not. */
export type Written = Omit<Draft, 'editing'> & { chatId: string };

export type ChatRow = Omit<ChatState, 'messages'> & { id: string };

/** What this device keeps beside the chats. */
interface About {
  me: Me;
  meCursor: string | null;
  since: string | null;
  folders?: Folders;
  privacy?: Privacy | null;
  blocked?: string[];
}

interface Schema extends DBSchema {
  about: { key: string; value: About };
  chats: { key: string; value: ChatRow };
  messages: { key: [string, number]; value: Message };
  outbox: { key: string; value: Pending };
  drafts: { key: string; value: Written };
}

export type Database = IDBPDatabase<Schema>;

const name = 'stogram';

export const openDatabase = (): Promise<Database> =>
  openDB<Schema>(name, 4, {
    upgrade(db, held, _now, change) {
      if (held < 2) db.createObjectStore('drafts', { keyPath: 'chatId' });
      // Rows from before chats said what their members may do, and messages what is answered to them: they come again.
      if (held > 0 && held < 4) for (const store of ['chats', 'messages'] as const) void change.objectStore(store).clear();
      if (held > 0) return;
      db.createObjectStore('about');
      db.createObjectStore('chats', { keyPath: 'id' });
      db.createObjectStore('messages', { keyPath: ['chatId', 'seq'] });
      db.createObjectStore('outbox', { keyPath: 'id' });
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

const stores = ['about', 'chats', 'messages', 'outbox', 'drafts'] as const;

export async function wipe(db: Database) {
  const change = db.transaction(stores, 'readwrite');
  await Promise.all([...stores.map(store => change.objectStore(store).clear()), change.done]);
}
