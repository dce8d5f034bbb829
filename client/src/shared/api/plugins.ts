/** What is on for the organization. */
export interface PluginEntry {
  id: string;
  name: string;
  version: string;
  web?: { module: string; style?: string | null } | null;
  settings?: Record<string, unknown> | null;
}

export interface PluginChange {
  id: string;
  enabled: boolean;
  version: string;
  web?: PluginEntry['web'];
}

export type PluginState =
  | 'INSTALLED' | 'LOADING' | 'BINDING' | 'MIGRATING' | 'STARTING' | 'RUNNING' | 'DRAINING' | 'STOPPING' | 'UNLOADING'
  | 'UNLOADED' | 'FAILED' | 'QUARANTINED' | 'LINGERING';

export interface PluginSwitch {
  id: string;
  enabled: boolean;
  state: PluginState;
  reason?: string | null;
}

/** What the organization's administrators see of a plugin; the state is that of the node that answers. */
export interface PluginRow extends PluginSwitch {
  name: string;
  description?: string | null;
  version: string;
  since?: string | null;
  node?: string;
  permissions: string[];
  contributes: Contributions;
  faults?: { count: number; last?: string | null };
}

export interface Contributions {
  endpoints?: boolean;
  commands?: string[];
  events?: string[];
  handles?: string[];
  interceptors?: { name: string; onFailure?: 'allow' | 'reject' }[];
  messageKinds?: string[];
  clientExtra?: boolean;
  settings?: string | null;
  web?: { slots?: string[] } | null;
}
