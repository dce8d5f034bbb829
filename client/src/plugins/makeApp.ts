import type { SlotName, StogramApp } from '@stogram/plugin';
import i18next from 'i18next';
import { navigate } from 'wouter/use-browser-location';
import { inApp } from '../app/navigation';
import { app } from '../shared/app';
import { subscribe } from './events';
import { makePage, type PluginSelf } from './makePage';
import { addExplanation, addKind, addPiece, addSource, addTransform, type Piece } from './registry';
import { pageAt } from './PluginPage';
import { forgetAll } from './transforms/incoming';

const slots: Record<SlotName, true> = {
  'app.overlay@1': true, 'app.route@1': true, 'sidebar.section@1': true, 'sidebar.search@1': true, 'sidebar.footer@1': true,
  'chat.header.actions@1': true, 'chat.header.below@1': true, 'chat.panel@1': true, 'message.below@1': true, 'message.actions@1': true,
  'composer.actions@1': true, 'composer.above@1': true, 'settings.section@1': true,
};

const ways = ['outgoing', 'incoming'] as const;

/** The app as one plugin sees it. All it registers carries the plugin's id or its signal, and goes with them. */
export function makeApp(self: PluginSelf): StogramApp {
  const { id, signal, name = id, transforms = [] } = self;
  return Object.freeze<StogramApp>({
    ...makePage(self, (path, init) => app.session.fetch(path, init)),
    get locale() {
      return i18next.language;
    },
    slot(name, contribution) {
      signal.throwIfAborted();
      if (!Object.hasOwn(slots, name)) throw new Error(`There is no slot ${name}.`);
      addPiece({ plugin: id, slot: name, contribution } as Piece<typeof name>);
    },
    openPage(path = '') {
      signal.throwIfAborted();
      navigate(pageAt(id, path), { state: inApp });
    },
    messageKind(kind, mount) {
      signal.throwIfAborted();
      addKind({ plugin: id, slot: 'message.kind', contribution: { id: kind, mount } });
    },
    async call<T>(command: string, payload: unknown = {}) {
      signal.throwIfAborted();
      return app.dispatch<T>(command, payload);
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
    transform(transform) {
      signal.throwIfAborted();
      const way = ways.find(other => transform[other] && !transforms.includes(other));
      if (way) throw new Error(`Changing ${way} messages is not declared. Add "transforms": ["${way}"] to contributes.web of plugin.json.`);
      addTransform({ plugin: id, name, transform });
      return { again: forgetAll };
    },
  });
}
