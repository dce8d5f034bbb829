import type { SlotName, SlotProps, StogramApp } from '@stogram/plugin';
import i18next from 'i18next';
import type { Me } from '../shared/api/types';
import { app } from '../shared/app';
import { subscribe } from './events';
import { addExplanation, addKind, addPiece, addSource } from './registry';
import { theme } from './theme';
import { viewUser } from './views';

const slots: Record<SlotName, true> = {
  'composer.above@1': true, 'composer.actions@1': true, 'chat.panel@1': true, 'chat.header.actions@1': true, 'chat.header.below@1': true, 'sidebar.search@1': true,
} satisfies Record<keyof SlotProps, true>;

export interface PluginSelf {
  id: string;
  me: Me;
  signal: AbortSignal;
  settings: () => unknown;
}

/** The app as one plugin sees it. All it registers carries the plugin's id or its signal, and goes with them. */
export function makeApp({ id, me, signal, settings }: PluginSelf): StogramApp {
  return Object.freeze<StogramApp>({
    contract: '0.1',
    get locale() {
      return i18next.language;
    },
    me: viewUser(me),
    theme,
    signal,
    slot(name, contribution) {
      signal.throwIfAborted();
      if (!Object.hasOwn(slots, name)) throw new Error(`There is no slot ${name}.`);
      addPiece({ plugin: id, slot: name, contribution });
    },
    messageKind(kind, mount) {
      signal.throwIfAborted();
      addKind({ plugin: id, slot: 'message.kind', contribution: { id: kind, mount } });
    },
    async call<T>(command: string, payload: unknown = {}) {
      signal.throwIfAborted();
      return app.dispatch<T>(command, payload);
    },
    http: (path, init = {}) => {
      const stop = init.signal ? AbortSignal.any([init.signal, signal]) : signal;
      return app.session.fetch(`/api/${id}/${path.replace(/^\/+/, '')}`, { ...init, signal: stop });
    },
    on: (event: string, handler: (payload: never) => void) => {
      subscribe(id, event, handler, signal);
    },
    explain(code, say) {
      signal.throwIfAborted();
      addExplanation({ plugin: id, code, say });
    },
    searchSource(source) {
      signal.throwIfAborted();
      addSource({ plugin: id, source });
    },
    settings: <T>() => settings() as T,
  });
}
