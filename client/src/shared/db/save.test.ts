import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { Me } from '../api/types';
import { applySync } from '../sync/applySync';
import { nothing } from '../sync/chatState';
import { SmallServer, user } from '../testing/server';
import { load } from './load';
import { type Database, openDatabase, wipe } from './open';
import { save } from './save';

const ada: Me = { ...user('ada'), email: 'ada@example.org', isOperator: true, emailConfirmed: true, twoFactorEnabled: false, organization: { id: 'o', slug: 'main', name: 'Main' }, createdAt: '' };
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

  expect(await load(db)).toEqual({ me: ada, synced, outbox: [] });
});

it('lets a chat one was removed from vanish with its messages', async () => {
  const { synced } = talk(3);
  await save(db, ada, nothing('ada'), synced);

  await save(db, ada, synced, applySync(synced, { chats: [], removed: ['atrium'], me: { chats: [], hidden: [], cursor: '2' }, now: '', more: false }));

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
