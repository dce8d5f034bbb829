import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { Me } from '../api/types';
import { applySync } from '../sync/applySync';
import { nothing } from '../sync/chatState';
import { withPage } from '../sync/pages';
import { SmallServer, user } from '../testing/server';
import { load } from './load';
import { type Database, openDatabase, wipe } from './open';
import { save } from './save';
import { saveDrafts } from './saveDrafts';

const ada: Me = { ...user('ada'), status: 'ONLINE', email: 'ada@example.org', isOperator: true, emailConfirmed: true, twoFactorEnabled: false, organization: { id: 'o', slug: 'main', name: 'Main' }, createdAt: '' };
let db: Database;

beforeEach(async () => {
  db = await openDatabase();
  await wipe(db);
});

function talk(count: number) {
  const server = new SmallServer();
  for (let i = 0; i < count; i++) server.send('bo');
  return { server, synced: applySync(nothing('ada'), server.sync({ chats: {} }, 'ada')) };
}

it('opens with what was kept: chats, messages, cursors, ranges and who it is', async () => {
  const { synced } = talk(7);

  await save(db, ada, nothing('ada'), synced);

  expect(await load(db)).toEqual({ me: ada, synced, outbox: [], drafts: {} });
});

it('lets a chat one was removed from vanish with its messages', async () => {
  const { synced } = talk(3);
  await save(db, ada, nothing('ada'), synced);

  await save(db, ada, synced, applySync(synced, { chats: [], removed: ['atrium'], me: { chats: [], hidden: [], privacy: null, drafts: [], threads: [], folders: null, cursor: '2' }, now: '', more: false }));

  expect((await load(db))?.synced.chats).toEqual({});
  expect(await db.count('messages')).toBe(0);
});

it('forgets the ranges below a reset', async () => {
  const { server, synced } = talk(10);
  await save(db, ada, nothing('ada'), synced);
  for (let i = 0; i < 100; i++) server.send('bo');
  const after = applySync(synced, server.sync({ chats: {} }, 'ada'));

  await save(db, ada, synced, after);

  expect(await db.count('messages')).toBe(50);
  expect((await load(db))?.synced).toEqual(after);
});

it('leaves nothing behind after a wipe', async () => {
  await save(db, ada, nothing('ada'), talk(3).synced);

  await wipe(db);

  expect(await load(db)).toBeNull();
  expect(await db.count('messages')).toBe(0);
});

it('keeps the newest hundred of a long chat, and claims no more than it keeps', async () => {
  const { server, synced } = talk(60);
  await save(db, ada, nothing('ada'), synced);
  const page = server.history({ before: 11 }, 'ada');
  const whole = withPage(synced.chats.atrium!, { before: 11 }, page, 60);
  for (let i = 0; i < 70; i++) server.send('bo');
  const after = applySync({ ...synced, chats: { atrium: whole } }, server.sync({ chats: { atrium: whole.cursor! } }, 'ada'));

  await save(db, ada, synced, after);

  const { messages, ranges } = (await load(db))!.synced.chats.atrium!;
  expect(ranges).toEqual([[31, 130]]);
  expect(messages).toEqual(after.chats.atrium!.messages.slice(-100));
  expect(await db.count('messages')).toBe(100);
});

it('keeps what was being written, and of an edit what it took the place of', async () => {
  await save(db, ada, nothing('ada'), talk(3).synced);
  const before = { text: 'half a thought', replyTo: null };
  const touch = { at: '2026-01-01T09:00:00.000Z', isSaved: true };
  const editing = { id: 'm1', seq: 1, content: 'said', before };
  const gone = { text: '', replyTo: null, editing: null };

  await saveDrafts(db, [['atrium', { text: 'said better', replyTo: null, editing, ...touch }], ['roof', { ...before, editing: null, ...touch }]]);
  await saveDrafts(db, [['roof', { ...gone, ...touch }], ['cellar', { ...gone, ...touch, isSaved: false }]]);

  expect((await load(db))?.drafts).toEqual({
    atrium: { ...before, editing: null, ...touch },
    cellar: { ...gone, ...touch, isSaved: false },
  });
});
