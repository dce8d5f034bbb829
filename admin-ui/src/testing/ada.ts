import type { Person } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';

export const ada: Me = {
  id: '1', username: 'ada', displayName: 'Ada', avatarUrl: null, bio: null, status: 'ONLINE', lastSeenAt: null,
  role: 'OWNER', email: 'ada@example.org', emailConfirmed: true, twoFactorEnabled: false, isOperator: true,
  organization: { id: 'o', slug: 'main', name: 'Acme' }, createdAt: '2026-01-01T00:00:00Z',
};

export const personOf = (id: string, name: string, rest: Partial<Person> = {}): Person => ({
  id, username: name.toLowerCase(), displayName: name, avatarUrl: null, email: `${name.toLowerCase()}@example.org`,
  emailConfirmed: true, role: 'MEMBER', isOperator: false, twoFactorEnabled: false, passkeys: 0, createdAt: '2026-01-01T00:00:00Z',
  lastSeenAt: null, deactivatedAt: null, resetAskedAt: null, sessions: 0, ...rest,
});
