import { loadModule, loadStyle } from '@stogram/client/plugins/loadModule';
import { usePieces } from '@stogram/client/plugins/registry';
import { Runtime } from '@stogram/client/plugins/Runtime';
import type { PluginRow } from '@stogram/client/shared/api/plugins';
import type { Me } from '@stogram/client/shared/api/types';
import type { ActivateAdmin } from '@stogram/plugin';
import { useEffect } from 'react';
import { session } from '../../app/session';
import { fillsSettings } from './hasSettings';
import { makeAdminApp } from './makeAdminApp';

/** What a plugin's own web half adds to its settings, while it is on and somebody looks. */
export function useOwnSettings(row: PluginRow, me: Me) {
  const { id, version } = row;
  const isWanted = row.enabled && row.state === 'RUNNING' && fillsSettings(row);
  useEffect(() => {
    if (!isWanted) return;
    const runtime = new Runtime({
      list: async () => (await session.api.enabledPlugins()).filter(entry => entry.id === id),
      load: async module => ({ activate: (await loadModule(module)).activateAdmin }),
      style: loadStyle,
      activate: (activate, _, signal, settings) => (activate as ActivateAdmin)(makeAdminApp({ id, me, signal, settings })),
      drop: () => undefined,
      settled: () => undefined,
    });
    void runtime.refresh();
    return () => runtime.stop();
  }, [id, version, isWanted]);
  return usePieces('admin.plugin.settings@1').filter(piece => piece.plugin === id);
}
