import { asksOf } from './asks';
import type { Request } from './request';

/** On which a plugin changes messages. */
export type Way = 'outgoing' | 'incoming';

/** What is on for the organization. */
export interface PluginEntry {
  id: string;
  name: string;
  version: string;
  web?: { module: string; style?: string | null; transforms?: Way[] } | null;
  /** The admins of a chat may set something for it. */
  forChats?: boolean;
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
  slowest?: number | null;
  permissions: string[];
  contributes: Contributions;
  faults?: { count: number; last?: string | null };
}

/** What a plugin costs over all nodes, in milliseconds of the last ten minutes and in bytes, and what it is behind with. */
export interface PluginHealth {
  node: string;
  nodes: number;
  costs: { hook: string; calls: number; errors: number; p50?: number | null; p95?: number | null; p99?: number | null; allocated: number }[];
  behind?: number | null;
  waitingJobs: number;
  failedJobs: number;
  deadLetters: number;
  lingering: number;
  log: string[];
}

/** Work a plugin does in the background. */
export interface Job {
  pluginId: string;
  pluginName: string;
  id: string;
  name: string;
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  isHeld: boolean;
  cron?: string | null;
  dueAt: string;
  attempt: number;
  attempts?: number | null;
  startedAt?: string | null;
  finishedAt?: string | null;
  share?: number | null;
  note?: string | null;
  error?: string | null;
  node?: string | null;
  /** Done for the whole server; only operators see it. */
  isServer?: boolean;
}

export interface Contributions {
  endpoints?: boolean;
  commands?: string[];
  events?: string[];
  handles?: string[];
  interceptors?: { name: string; onFailure?: 'allow' | 'reject' }[];
  jobs?: { name: string; cron?: string | null }[];
  provides?: { name: string; default?: boolean }[];
  messageKinds?: string[];
  clientExtra?: boolean;
  settings?: string | null;
  progress?: string | null;
  web?: { slots?: string[]; transforms?: Way[] } | null;
}

/** One version of a plugin on the server. */
export interface Package {
  version: string;
  name: string;
  description?: string | null;
  isInstalled: boolean;
  isOlder: boolean;
  /** The others came with the server. */
  isUploaded: boolean;
  isSigned?: boolean;
  /** Null where it is not signed, or by nobody whom the server trusts now. */
  signedBy?: string | null;
  leakRisks: string[];
  permissions: string[];
  /** What nobody has agreed to yet. */
  missing: string[];
  contributes: Contributions;
  hash: string;
}

/** A plugin as the server's operators see it. */
export interface ServerPlugin {
  id: string;
  name: string;
  version?: string | null;
  packages: Package[];
  nodes: { node: string; version: string; state: PluginState; reason?: string | null; since: string }[];
  organizations: number;
  failedVersion?: string | null;
  failedReason?: string | null;
  hasData: boolean;
}

/** What a plugin's schema says of one of its settings: as much of JSON Schema as the server knows. */
export interface SettingRules {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  title?: string;
  description?: string;
  enum?: unknown[];
  default?: unknown;
  maxLength?: number;
  format?: 'uri' | 'email' | 'duration' | 'color';
  /** A secret: it comes masked, and sent back masked it stays what it is. */
  writeOnly?: boolean;
  items?: SettingRules;
  'x-stogram'?: { group?: string; order?: number; help?: string; labels?: Record<string, string>; picker?: 'user' | 'chat' };
}

export interface SettingsSchema {
  properties: Record<string, SettingRules>;
  required?: string[];
}

/** An organization's settings of a plugin, defaults among them. */
export interface PluginSettings {
  schema?: SettingsSchema | null;
  values: Record<string, unknown>;
}

const base64 = async (bytes: Blob) => btoa(String.fromCharCode(...new Uint8Array(await bytes.slice(0, 1000).arrayBuffer())));

/** What administrators ask about plugins. */
export const pluginRoutes = (request: Request) => {
  const { get, post, put, remove } = asksOf(request);
  return {
    plugins: () => get<PluginRow[]>('/admin/plugins'),
    switchPlugin: (id: string, enabled: boolean, cascade = false) => put<PluginSwitch>(`/admin/plugins/${id}`, { enabled, ...(cascade && { cascade }) }),
    serverPlugins: () => get<ServerPlugin[]>('/operator/plugins'),
    uploadPackage: async (file: Blob, signature?: Blob) =>
      (await request<ServerPlugin>('/operator/plugins', { method: 'POST', file, headers: signature ? { 'Stogram-Signature': await base64(signature) } : {} })).data,
    installPlugin: (id: string, { version, missing }: Package, password: string) =>
      put<ServerPlugin>(`/operator/plugins/${id}`, { version, permissions: missing, password }),
    removePlugin: (id: string, purge: boolean, typed: string, password: string) =>
      remove<null>(`/operator/plugins/${id}`, { purge, id: typed, password }),
    pluginSettings: (id: string) => get<PluginSettings>(`/admin/plugins/${id}/settings`),
    savePluginSettings: (id: string, values: PluginSettings['values']) => put<PluginSettings>(`/admin/plugins/${id}/settings`, values),
    chatPluginSettings: (chatId: string, id: string) => get<PluginSettings>(`/chats/${chatId}/plugins/${id}/settings`),
    saveChatPluginSettings: (chatId: string, id: string, values: PluginSettings['values']) =>
      put<PluginSettings>(`/chats/${chatId}/plugins/${id}/settings`, values),
    pluginHealth: (id: string) => get<PluginHealth>(`/admin/plugins/${id}/health`),
    jobs: () => get<Job[]>('/admin/jobs'),
    retryJob: ({ pluginId, id }: Job) => post<null>(`/admin/jobs/${pluginId}/${id}/retry`),
    cancelJob: ({ pluginId, id }: Job) => post<null>(`/admin/jobs/${pluginId}/${id}/cancel`),
  };
};
