import type { Me } from '@stogram/client/shared/api/types';

export type GivenRole = 'ADMIN' | 'MEMBER' | 'GUEST';

/** The roles somebody may give: only the owner makes admins. */
export const rolesFrom = (me: Me): GivenRole[] => (me.role === 'OWNER' ? ['ADMIN', 'MEMBER', 'GUEST'] : ['MEMBER', 'GUEST']);
