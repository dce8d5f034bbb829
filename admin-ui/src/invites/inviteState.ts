import type { Invite } from '@stogram/client/shared/api/administration';

export type InviteState = 'open' | 'spent' | 'expired' | 'revoked';

export function inviteState(invite: Invite, now: number): InviteState {
  if (invite.revokedAt) return 'revoked';
  if (invite.maxUses !== null && invite.uses >= invite.maxUses) return 'spent';
  return invite.expiresAt && Date.parse(invite.expiresAt) <= now ? 'expired' : 'open';
}
