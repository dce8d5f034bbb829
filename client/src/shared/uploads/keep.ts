import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { StoredFile } from '../api/types';

export interface KeptFile {
  key: string;
  chatId: string;
  file: File;
  /** Where the server takes the rest of it. */
  uploadUrl: string | null;
  stored: StoredFile | null;
}

interface Schema extends DBSchema {
  files: { key: string; value: KeptFile };
}

/** A larger one would fill the device for the sake of a reload. */
const largest = 512 * 1024 ** 2;

/** Files chosen and not sent yet, so that a reload loses none. Beside the messages: a browser may refuse to keep this much. */
const opened: { db?: Promise<IDBPDatabase<Schema> | null> } = {};

const open = () =>
  (opened.db ??= openDB<Schema>('stogram-uploads', 1, { upgrade: db => void db.createObjectStore('files', { keyPath: 'key' }) }).catch(() => null));

export async function keepFile(kept: KeptFile) {
  if (kept.file.size > largest) return;
  await (await open())?.put('files', kept).catch(() => undefined);
}

export const forgetFile = async (key: string) => void (await (await open())?.delete('files', key).catch(() => undefined));

export const keptFiles = async (): Promise<KeptFile[]> => (await (await open())?.getAll('files').catch(() => [])) ?? [];

export const forgetAllFiles = async () => void (await (await open())?.clear('files').catch(() => undefined));
