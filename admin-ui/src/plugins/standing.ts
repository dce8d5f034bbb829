import type { PluginRow, PluginState } from '@stogram/client/shared/api/plugins';

export type Standing = 'off' | 'running' | 'starting' | 'stopping' | 'takenOut' | 'failed' | 'quarantined' | 'lingering' | 'switchingOn' | 'switchingOff';

const whileOn: Partial<Record<PluginState, Standing>> = {
  RUNNING: 'running', FAILED: 'failed', DRAINING: 'stopping', STOPPING: 'stopping', UNLOADING: 'stopping',
};
const anyhow: Partial<Record<PluginState, Standing>> = { QUARANTINED: 'quarantined', LINGERING: 'lingering' };

/** Where a plugin stands for this organization: it may run for others and be off here. */
export function standingOf({ enabled, state, reason }: Pick<PluginRow, 'enabled' | 'state' | 'reason'>, target: boolean | undefined): Standing {
  if (target !== undefined) return target ? 'switchingOn' : 'switchingOff';
  const standing = anyhow[state] ?? (enabled ? whileOn[state] ?? 'starting' : 'off');
  // Nobody wants it off: why it goes is why it will be quarantined.
  return standing === 'stopping' && reason ? 'takenOut' : standing;
}

export const needsAttention = (row: PluginRow) => ['failed', 'takenOut', 'quarantined', 'lingering'].includes(standingOf(row, undefined));

export const canTryAgain = (standing: Standing) => standing === 'failed' || standing === 'quarantined';

const moving: Standing[] = ['starting', 'stopping', 'takenOut', 'switchingOn', 'switchingOff'];

export const isMoving = (standing: Standing) => moving.includes(standing);
