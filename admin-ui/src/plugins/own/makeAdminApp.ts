import { makePage, type PluginSelf } from '@stogram/client/plugins/makePage';
import { addPiece } from '@stogram/client/plugins/registry';
import type { AdminApp } from '@stogram/plugin';
import i18next from 'i18next';
import { session } from '../../app/session';

/** The administration as one plugin sees it. */
export const makeAdminApp = (self: PluginSelf): AdminApp => Object.freeze<AdminApp>({
  ...makePage(self, (path, init) => session.fetch(path, init)),
  get locale() {
    return i18next.language;
  },
  slot(name, contribution) {
    self.signal.throwIfAborted();
    if (name !== 'admin.plugin.settings@1') throw new Error(`There is no slot ${String(name)} in the administration.`);
    addPiece({ plugin: self.id, slot: name, contribution });
  },
});
