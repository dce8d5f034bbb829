import type { PluginRow, PluginState } from '@stogram/client/shared/api/plugins';

export type Standing = 'off' | 'running' | 'starting' | 'stopping' | 'failed' | 'quarantined' | 'lingering' | 'switchingOn' | 'switchingOff';

const whileOn: Partial<Record<PluginState, Standing>> = {
  RUNNING: 'running', FAILED: 'failed', DRAINING: 'stopping', STOPPING: 'stopping', UNLOADING: 'stopping',
};
const anyhow: Partial<Record<PluginState, Standing>> = { QUARANTINED: 'quarantined', LINGERING: 'lingering' };

/** Where a plugin stands for this organization: it may run for others and be off here. */
export function standingOf({ enabled, state }: Pick<PluginRow, 'enabled' | 'state'>, target: boolean | undefined): Standing {
  if (target !== undefined) return target ? 'switchingOn' : 'switchingOff';
  return anyhow[state] ?? (enabled ? whileOn[state] ?? 'starting' : 'off');
}

export const needsAttention = (row: PluginRow) => ['failed', 'quarantined', 'lingering'].includes(standingOf(row, undefined));

export const canTryAgain = (standing: Standing) => standing === 'failed' || standing === 'quarantined';

const moving: Standing[] = ['starting', 'stopping', 'switchingOn', 'switchingOff'];

export const isMoving = (standing: Standing) => moving.includes(standing);
