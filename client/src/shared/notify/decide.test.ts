import { describe, expect, it } from 'vitest';
import { message, SmallServer } from '../testing/server';
import { applySync } from '../sync/applySync';
import { nothing } from '../sync/chatState';
import { undecided } from '../sync/choices';
import { isCalling, noticeOf, unreadInAll } from './decide';

const now = Date.UTC(2026, 0, 1, 12);
const server = new SmallServer();
server.send('bo');
const chat = applySync(nothing('ada'), server.sync({ chats: {} }, 'ada')).chats.atrium!;
const decided = (choices: Partial<typeof undecided>) => ({ ...chat, mine: { ...chat.mine, choices: { ...undecided, ...choices } } });
const muted = { mutedUntil: '2026-01-01T13:00:00Z' };
const said = message(9, 9);
const mention = message(9, 9, 'bo', { mentions: ['ada'] });

describe('lesson 4: mute and notification levels are not only stored', () => {
  it.each([
    ['loud', {}, said, 'ONLINE'],
    ['quiet', {}, message(9, 9, 'bo', { isSilent: true }), 'ONLINE'],
    ['none', {}, message(9, 9, 'ada'), 'ONLINE'],
    ['none', {}, said, 'DND'],
    ['none', muted, mention, 'ONLINE'],
    ['loud', { mutedUntil: '2026-01-01T11:00:00Z' }, said, 'ONLINE'],
    ['none', { notify: 'MENTIONS' }, said, 'ONLINE'],
    ['loud', { notify: 'MENTIONS' }, mention, 'ONLINE'],
    ['none', { notify: 'NONE' }, mention, 'ONLINE'],
  ] as const)('is told %s with %o', (notice, choices, row, status) => {
    expect(noticeOf(row, decided(choices), 'ada', status, now)).toBe(notice);
  });

  it('counts neither muted chats nor archived ones in the badge', () => {
    expect(unreadInAll([decided({})], 'ada', now)).toBe(1);
    expect(unreadInAll([decided(muted)], 'ada', now)).toBe(0);
    expect(unreadInAll([decided({ archivedSeq: 1 })], 'ada', now)).toBe(0);
    expect(unreadInAll([decided({ notify: 'MENTIONS' })], 'ada', now)).toBe(0);
    expect(isCalling({ ...decided({ notify: 'MENTIONS' }), messages: [mention] }, 'ada', now)).toBe(true);
  });
});
