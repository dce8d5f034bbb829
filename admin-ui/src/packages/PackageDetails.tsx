import type { ServerPlugin } from '@stogram/client/shared/api/plugins';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '../plugins/contributions';
import { standingOf } from '../plugins/standing';
import { useMoment } from '../ui/useMoment';
import { InstallButton } from './InstallButton';
import { RemoveButtons } from './RemoveButtons';
import { Signer } from './Signer';

export function PackageDetails({ id, plugin, onChanged }: { id: string; plugin: ServerPlugin; onChanged: () => void }) {
  const { t } = useTranslation();
  const at = useMoment();
  const standing = ({ state, reason }: Pick<ServerPlugin['nodes'][number], 'state' | 'reason'>) =>
    t(`plugin.${standingOf({ enabled: state !== 'UNLOADED' && state !== 'INSTALLED', state, reason }, undefined)}`);
  return (
    <div id={id} className="fade-in grid gap-5 border-t border-line bg-canvas px-4 py-4 pane:px-6">
      <section>
        <h3 className="mb-1 text-sm font-semibold">{t('packages.versions')}</h3>
        <ul className="grid gap-2">
          {plugin.packages.map(pack => (
            <li key={pack.version} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-dashed border-line py-1.5 text-sm">
              <span className="font-medium">{pack.version}</span>
              <span className="min-w-0 flex-1 basis-60 text-ink-2">{permissionWords(t, pack.permissions).join(' · ') || t('admin.noPermissions')}</span>
              <Signer pack={pack} />
              {pack.leakRisks.length > 0 && <p className="order-last w-full text-ink-2">{t('packages.leakRisks', { what: pack.leakRisks.join(', ') })}</p>}
              {pack.isInstalled ? <span className="text-ink-2">{t('packages.installed')}</span> : <InstallButton plugin={plugin} pack={pack} onChanged={onChanged} />}
            </li>
          ))}
        </ul>
      </section>
      {plugin.version && (
        <section>
          <h3 className="mb-1 text-sm font-semibold">{t('packages.nodes')}</h3>
          {plugin.nodes.length === 0 && <p className="text-sm text-ink-2">{t('packages.nowhere')}</p>}
          <ul className="text-sm">
            {plugin.nodes.map(({ node, version, state, reason, since }) => (
              <li key={node} className="border-b border-dashed border-line py-1.5">
                <p className="flex flex-wrap justify-between gap-x-4"><span>{node}</span><span className="text-ink-2">{`${version}, ${standing({ state, reason })}, ${at(since)}`}</span></p>
                {reason && <p className="wrap-anywhere text-ink-2">{reason}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <RemoveButtons plugin={plugin} onChanged={onChanged} />
    </div>
  );
}
