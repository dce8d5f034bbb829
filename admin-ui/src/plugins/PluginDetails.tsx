import type { PluginRow } from '@stogram/client/shared/api/plugins';
import type { Me } from '@stogram/client/shared/api/types';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { contributions, permissionWords } from './contributions';
import { Facts } from '../ui/Facts';
import { hasSettings } from './own/hasSettings';
import { PluginHealth } from './PluginHealth';
import { PluginSettings } from './settings/PluginSettings';
import { useMoment } from '../ui/useMoment';
import type { Standing } from './standing';
import { useDuration } from './useDuration';

export interface PluginDetailsProps {
  id: string;
  row: PluginRow;
  standing: Standing;
  me: Me;
}

export function PluginDetails({ id, row, standing, me }: PluginDetailsProps) {
  const { t } = useTranslation();
  const at = useMoment();
  const took = useDuration();
  const permissions = permissionWords(t, row.permissions);
  return (
    <div id={id} className="fade-in grid gap-5 border-t border-line bg-canvas px-4 py-4 pane:grid-cols-2 pane:gap-8 pane:px-6">
      <div className="grid min-w-0 content-start gap-5">
        <Facts
          title={t('admin.standing')}
          facts={[
            [t('admin.state'), t(`plugin.${standing}`)],
            [t('admin.why'), row.reason ?? null],
            [t('admin.since'), row.since ? at(row.since) : null],
            [t('admin.faults'), row.faults ? String(row.faults.count) : null],
            [t('admin.lastFault'), row.faults?.last ?? null],
            [t('health.slowest'), row.slowest ? took(row.slowest) : null],
            [t('admin.node'), row.node ?? null],
          ]}
        />
        <section>
          <h3 className="mb-1 text-sm font-semibold">{t('admin.permissions')}</h3>
          <ul className="text-sm text-ink-2">
            {(permissions.length > 0 ? permissions : [t('admin.noPermissions')]).map(words => <li key={words} className="py-0.5">{words}</li>)}
          </ul>
        </section>
      </div>
      <div className="grid min-w-0 content-start gap-5">
        <Facts title={t('admin.contributions')} facts={contributions(t, row)} />
        <p className="flex gap-2 text-sm text-ink-2">
          <ShieldCheck aria-hidden size={17} strokeWidth={1.8} className="mt-px shrink-0" />
          {t('admin.trusted')}
        </p>
      </div>
      {hasSettings(row) && <PluginSettings row={row} me={me} />}
      {row.state === 'RUNNING' && <PluginHealth id={row.id} />}
    </div>
  );
}
