import type { Person } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';

export type Hindrance = 'self' | 'owner' | 'admin';

/** Why somebody's account is not this administrator's to change; the server has the last word. */
export function hindrance(me: Me, person: Person): Hindrance | null {
  if (me.id === person.id) return 'self';
  if (person.role === 'OWNER') return 'owner';
  return person.role === 'ADMIN' && me.role !== 'OWNER' ? 'admin' : null;
}
