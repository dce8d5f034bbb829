import type { PageApp } from '@stogram/plugin';
import type { Way } from '../shared/api/plugins';
import type { Me } from '../shared/api/types';
import { theme } from './theme';
import { viewUser } from './views';

export interface PluginSelf {
  id: string;
  me: Me;
  signal: AbortSignal;
  settings: () => unknown;
  /** What people know it by. */
  name?: string;
  /** The ways it declares to change messages on. */
  transforms?: readonly Way[];
}

/** What a plugin has in both apps; the language is read anew each time, so each adds it. */
export const makePage = ({ id, me, signal, settings }: PluginSelf, fetch: (path: string, init: RequestInit) => Promise<Response>): Omit<PageApp, 'locale'> => ({
  contract: '0.1',
  me: viewUser(me),
  theme,
  signal,
  http: (path, init = {}) => {
    const stop = init.signal ? AbortSignal.any([init.signal, signal]) : signal;
    return fetch(`/api/${id}/${path.replace(/^\/+/, '')}`, { ...init, signal: stop });
  },
  settings: <T>() => settings() as T,
});
