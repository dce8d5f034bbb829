import { expect, it } from 'vitest';
import { SmallServer } from '../testing/server';
import { applySync } from './applySync';
import { nothing } from './chatState';
import { isArchived, isMuted, undecided, withChoices } from './choices';
import { arrived } from './deliveries';

const server = new SmallServer();
for (const speaker of ['bo', 'ada', 'bo']) server.send(speaker);
const synced = applySync(nothing('ada'), server.sync({ chats: {} }, 'ada'));
const decide = (choices: Partial<typeof undecided>) => withChoices(synced.chats.atrium!, { ...undecided, rev: 5, ...choices });
const now = Date.UTC(2026, 0, 1, 12);

it('is back once somebody else has said something since', () => {
  expect(isArchived(decide({ archivedSeq: 3 }), 'ada', now)).toBe(true);
  expect(isArchived(decide({ archivedSeq: 2 }), 'ada', now)).toBe(false);
});

it('stays away while it is muted, and for what was said in that time', () => {
  const muted = { archivedSeq: 1, mutedUntil: '2026-01-01T11:00:00Z' };

  expect(isArchived(decide(muted), 'ada', Date.UTC(2026, 0, 1, 10))).toBe(true);
  expect(isArchived(decide(muted), 'ada', now)).toBe(true);
  expect(isArchived(decide({ archivedSeq: 1, notify: 'NONE' }), 'ada', now)).toBe(true);
});

it('does not go back to an older decision', () => {
  const newer = decide({ pinnedAt: '2026-01-01T10:00:00Z' });

  expect(withChoices(newer, { ...undecided, rev: 4 })).toBe(newer);
});

it('is muted until then, or for ever', () => {
  expect(isMuted({ ...undecided, mutedUntil: '9999-01-01T00:00:00+00:00' }, now)).toBe(true);
  expect(isMuted({ ...undecided, mutedUntil: '2026-01-01T11:00:00Z' }, now)).toBe(false);
  expect(isMuted(undecided, now)).toBe(false);
});

it('acknowledges what others sent, once, and nothing in a large chat', () => {
  const chat = synced.chats.atrium!;
  const large = { ...chat, chat: { ...chat.chat, memberCount: 51 } };
  const known = { ...chat, mine: { ...chat.mine, lastDeliveredSeq: 3 } };

  expect(arrived(synced)).toEqual({ atrium: 3 });
  expect(arrived({ ...synced, chats: { atrium: large } })).toEqual({});
  expect(arrived({ ...synced, chats: { atrium: known } })).toEqual({});
});
