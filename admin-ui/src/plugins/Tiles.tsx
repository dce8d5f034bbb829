import type { PluginRow } from '@stogram/client/shared/api/plugins';
import { useTranslation } from 'react-i18next';
import { needsAttention } from './standing';

export function Tiles({ plugins, organization }: { plugins: PluginRow[]; organization: string }) {
  const { t } = useTranslation();
  const troubled = plugins.filter(needsAttention).length;
  return (
    <dl className="mb-4 grid grid-cols-2 gap-3 pane:max-w-120">
      <Tile value={t('admin.on', { on: plugins.filter(row => row.enabled).length, count: plugins.length })} label={t('admin.onSub', { name: organization })} />
      <Tile value={String(troubled)} label={t('admin.attention', { count: troubled })} />
    </dl>
  );
}

const Tile = ({ value, label }: { value: string; label: string }) => (
  <div className="flex flex-col-reverse rounded-md border border-line bg-surface px-4 py-3">
    <dt className="truncate text-sm text-ink-2">{label}</dt>
    <dd className="text-xl font-semibold tracking-tight tabular-nums">{value}</dd>
  </div>
);
