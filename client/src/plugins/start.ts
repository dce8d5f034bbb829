import type { Activate } from '@stogram/plugin';
import type { PluginChange } from '../shared/api/plugins';
import { app } from '../shared/app';
import { prepareBy } from '../shared/sync/leaving';
import { useStore } from '../shared/sync/store';
import { dropModules, keepModules, loadModule, loadStyle } from './loadModule';
import { makeApp } from './makeApp';
import { useRegistry } from './registry';
import { Runtime } from './Runtime';
import { prepare } from './transforms/prepare';

/** Runs the organization's plugins from sign-in to sign-out. */
export function startPlugins() {
  let stop: AbortController | null = null;
  const follow = ({ phase }: { phase: string }) => {
    if (phase === 'ready' && !stop) stop = run();
    if (phase === 'ready' || !stop) return;
    stop.abort();
    stop = null;
  };
  useStore.subscribe(follow);
  follow(useStore.getState());
}

function run() {
  const stop = new AbortController();
  const runtime = new Runtime({
    list: () => app.session.api.enabledPlugins(),
    load: loadModule,
    style: loadStyle,
    listed: entries => {
      void keepModules(entries);
      useRegistry.setState({
        senders: entries.filter(({ web }) => web?.transforms?.includes('outgoing')), forChats: entries.filter(entry => entry.forChats),
      });
    },
    activate: (activate, { id, name, web }, signal, settings) =>
      (activate as Activate)(makeApp({ id, name, transforms: web?.transforms ?? [], me: useStore.getState().me!, signal, settings })),
    drop: id => void dropModules(id),
    settled: () => useRegistry.setState({ isSettled: true }),
  });
  app.listen<PluginChange>('plugin:changed', change => void runtime.changed(change), stop.signal);
  // A switch may have been thrown while the line was down.
  app.listen('sync:required', () => void runtime.refresh(), stop.signal);
  prepareBy(leaving => prepare(leaving, () => runtime.refresh()));
  stop.signal.addEventListener('abort', () => {
    runtime.stop();
    useRegistry.setState({ senders: null, forChats: [] });
  });
  void runtime.refresh();
  return stop;
}
