import type { Job } from '@stogram/client/shared/api/plugins';
import { useTranslation } from 'react-i18next';
import { PluginIcon } from '../plugins/PluginIcon';
import { JobDeeds } from './JobDeeds';
import { useJobWords } from './useJobWords';

export function JobItem({ job, onChanged }: { job: Job; onChanged: () => void }) {
  const { t, i18n } = useTranslation();
  const words = useJobWords(job);
  const share = job.state === 'RUNNING' ? job.share ?? null : null;
  const percent = share === null ? null : new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-2 border-line px-4 py-3 not-first:border-t pane:grid-cols-[auto_minmax(0,1fr)_auto]">
      <PluginIcon id={job.pluginId} name={job.pluginName} />
      <div className="min-w-0">
        <p className="truncate font-semibold">{job.name} <span className="ml-0.5 text-sm font-normal text-ink-2">{job.pluginName}</span></p>
        <p className="text-sm wrap-anywhere text-ink-2">{words.join(' · ')}</p>
        {share !== null && (
          <div role="progressbar" aria-label={t('jobs.far', { share: percent })} aria-valuemin={0} aria-valuemax={1} aria-valuenow={share} className="mt-2 h-1.5 max-w-90 overflow-hidden rounded-full bg-sunken">
            <div className="h-full origin-left rounded-full bg-accent transition-transform" style={{ transform: `scaleX(${share})` }} />
          </div>
        )}
        {percent && <p className="mt-1 text-sm wrap-anywhere">{[t('jobs.far', { share: percent }), job.note].filter(Boolean).join(': ')}</p>}
        {job.error && <p className="mt-1 text-sm wrap-anywhere text-bad">{job.state === 'WAITING' ? t('jobs.last', { error: job.error }) : job.error}</p>}
      </div>
      <JobDeeds job={job} onChanged={onChanged} />
    </li>
  );
}
