import { expect, it } from 'vitest';
import { member, SmallServer, user } from '../testing/server';
import { applyChange } from './applyEvent';
import { applySync } from './applySync';
import { nothing } from './chatState';
import { withPerson } from './withPerson';

const picture = '/api/files/roof';
const held = () => {
  const server = new SmallServer();
  server.members.set('bo', { ...member('bo', 2), user: { ...user('bo'), avatarUrl: picture } });
  return applySync(nothing('ada'), server.sync({ chats: {} }, 'ada'));
};

it('shows somebody in every chat as they are seen now', () => {
  const synced = held();

  expect(withPerson(synced, user('bo')).chats.atrium!.members.bo!.user.avatarUrl).toBeNull();
  expect(withPerson(synced, { ...user('bo'), avatarUrl: picture })).toBe(synced);
});

it('keeps a picture that a broadcast leaves out, and not one that is gone', () => {
  const state = held().chats.atrium!;
  const change = { kind: 'member', chatId: 'atrium', rev: 3, member: member('bo', 3) } as const;

  expect(applyChange(state, { ...change, withheld: true }, 'ada').members.bo!.user.avatarUrl).toBe(picture);
  expect(applyChange(state, change, 'ada').members.bo!.user.avatarUrl).toBeNull();
});

it('keeps what one has decided until the server says otherwise', () => {
  const answer = new SmallServer().sync({ chats: {} }, 'ada');
  const settings = { lastSeen: 'NOBODY', photo: 'EVERYBODY', messages: 'EVERYBODY', groups: 'EVERYBODY', readReceipts: true } as const;
  const decided = applySync(nothing('ada'), { ...answer, me: { ...answer.me, privacy: { settings, blocked: ['bo'] } } });

  expect(applySync(decided, answer)).toMatchObject({ privacy: settings, blocked: ['bo'] });
});
