import { create } from 'zustand';
import { codeOf } from '../api/error';
import type { StoredFile } from '../api/types';
import { app } from '../app';
import { newId } from '../id';
import { forgetAllFiles, forgetFile, keepFile, type KeptFile, keptFiles } from './keep';
import { refuse } from './refuse';
import { sendFile } from './send';

export interface Attachment {
  key: string;
  name: string;
  size: number;
  progress: number;
  stored: StoredFile | null;
  error: unknown;
}

/** What is chosen in each chat and not sent yet. It goes up as soon as it is chosen, whatever chat is on the screen. */
export const useUploads = create<{ chats: Record<string, Attachment[]> }>(() => ({ chats: {} }));

const none: Attachment[] = [];
const running = new Map<string, AbortController>();
const files = new Map<string, KeptFile>();

export const useAttachments = (chatId: string) => useUploads(store => store.chats[chatId] ?? none);

const change = (chatId: string, turn: (items: Attachment[]) => Attachment[]) =>
  useUploads.setState(({ chats }) => ({ chats: { ...chats, [chatId]: turn(chats[chatId] ?? none) } }));

const set = ({ chatId, key }: KeptFile, next: Partial<Attachment>) =>
  change(chatId, items => items.map(item => (item.key === key ? { ...item, ...next } : item)));

export function attach(chatId: string, file: File) {
  take({ key: newId(), chatId, file, uploadUrl: null, stored: null });
}

export function retryAttachment(key: string) {
  const kept = files.get(key);
  if (kept) void go(kept);
}

export function removeAttachment(chatId: string, key: string) {
  running.get(key)?.abort();
  change(chatId, items => items.filter(item => item.key !== key));
  forget(key);
}

/** They travel in a message now. */
export function clearAttachments(chatId: string) {
  for (const { key } of useUploads.getState().chats[chatId] ?? none) forget(key);
  change(chatId, () => []);
}

/** What a reload broke off goes on. */
export async function resumeAttachments() {
  for (const kept of await keptFiles()) if (!files.has(kept.key)) take(kept);
}

export function dropAttachments() {
  for (const abort of running.values()) abort.abort();
  files.clear();
  useUploads.setState({ chats: {} });
  void forgetAllFiles();
}

function take(kept: KeptFile) {
  const { key, chatId, file, stored } = kept;
  files.set(key, kept);
  change(chatId, items => [...items, { key, name: file.name, size: file.size, progress: stored ? 1 : 0, stored, error: null }]);
  if (!stored) void go(kept);
}

async function go(kept: KeptFile) {
  const abort = new AbortController();
  running.set(kept.key, abort);
  set(kept, { error: null });
  try {
    await refuse(app.session.api, kept.file.size);
    void keepFile(kept);
    const stored = await sendFile(app.session, {
      file: kept.file,
      uploadUrl: kept.uploadUrl,
      signal: abort.signal,
      onProgress: progress => set(kept, { progress }),
      onPlace: uploadUrl => update(kept, { uploadUrl }),
    });
    update(kept, { stored });
    set(kept, { stored, progress: 1 });
  } catch (error) {
    if (codeOf(error) !== 'CANCELLED') set(kept, { error });
  } finally {
    running.delete(kept.key);
  }
}

/** Not what was taken out meanwhile. */
function update(kept: KeptFile, next: Partial<KeptFile>) {
  Object.assign(kept, next);
  if (files.has(kept.key)) void keepFile(kept);
}

function forget(key: string) {
  files.delete(key);
  void forgetFile(key);
}

/** Whatever broke for want of a line goes on when there is one. */
globalThis.addEventListener?.('online', () => {
  for (const items of Object.values(useUploads.getState().chats)) {
    for (const item of items) if (codeOf(item.error) === 'NETWORK') retryAttachment(item.key);
  }
});

app.session.onLost(dropAttachments);
