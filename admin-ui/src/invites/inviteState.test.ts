import type { Invite } from '@stogram/client/shared/api/administration';
import { expect, it } from 'vitest';
import { inviteState } from './inviteState';

const now = Date.parse('2026-05-02T00:00:00Z');
const invite: Invite = {
  id: '1', createdBy: '1', email: null, role: 'MEMBER', chatIds: [], uses: 0, maxUses: 2,
  createdAt: '2026-05-01T00:00:00Z', expiresAt: '2026-05-08T00:00:00Z', revokedAt: null,
};

it.each([
  ['open', {}],
  ['open', { uses: 70, maxUses: null, expiresAt: null }],
  ['spent', { uses: 2 }],
  ['expired', { expiresAt: '2026-05-01T12:00:00Z' }],
  ['revoked', { uses: 2, revokedAt: '2026-05-01T12:00:00Z' }],
] as const)('is %s with %j', (state, part) => {
  expect(inviteState({ ...invite, ...part }, now)).toBe(state);
});
