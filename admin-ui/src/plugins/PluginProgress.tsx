import type { PluginRow } from '@stogram/client/shared/api/plugins';
import { useTranslation } from 'react-i18next';
import { useProgress } from './useProgress';

/** How far a plugin's long work is, while there is some. */
export function PluginProgress({ row }: { row: PluginRow }) {
  const { t, i18n } = useTranslation();
  const done = useProgress(row);
  if (done === null || done >= 1) return null;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(Math.floor(done * 100) / 100);
  return (
    <p className="flex items-center gap-3 px-4 pb-3 text-sm text-ink-2 pane:pl-19">
      <span role="progressbar" aria-label={t('plugin.progress')} aria-valuenow={Math.floor(done * 100)} className="h-1.5 max-w-60 flex-1 overflow-hidden rounded-full bg-line">
        <span className="block h-full rounded-full bg-accent transition-[width] duration-(--calm)" style={{ width: `${done * 100}%` }} />
      </span>
      <span className="tabular-nums">{t('plugin.progress')}: {percent}</span>
    </p>
  );
}
