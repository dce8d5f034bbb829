import type { Job } from '@stogram/client/shared/api/plugins';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Blank, Page } from '../ui/Page';
import { Waiting } from '../ui/Waiting';
import { JobItem } from './JobItem';
import { useJobs } from './useJobs';

const groups: { title: 'jobs.RUNNING' | 'jobs.FAILED' | 'jobs.WAITING' | 'jobs.DONE'; of: Job['state'][] }[] = [
  { title: 'jobs.RUNNING', of: ['RUNNING'] },
  { title: 'jobs.FAILED', of: ['FAILED'] },
  { title: 'jobs.WAITING', of: ['WAITING'] },
  { title: 'jobs.DONE', of: ['DONE', 'CANCELLED'] },
];

export function JobsPage() {
  const { t } = useTranslation();
  const { found: jobs, error, look } = useJobs();
  return (
    <Page title={t('admin.jobs')} text={t('jobs.sub')}>
      {!jobs && <Waiting error={error} onRetry={() => void look()} />}
      {jobs && error !== null && <p role="status" className="mb-2 text-sm text-warn-text">{t('admin.stale')}</p>}
      {jobs?.length === 0 && <Blank><Empty icon={ListChecks} title={t('jobs.none')} text={t('jobs.noneSub')} /></Blank>}
      <div className="grid gap-6">
        {groups.map(({ title, of }) => {
          const some = jobs?.filter(job => of.includes(job.state)) ?? [];
          return some.length > 0 && (
            <section key={title} aria-label={t(title)}>
              <h2 className="mb-2 text-sm font-semibold text-ink-2">{t(title)}</h2>
              <ul className="overflow-hidden rounded-lg border border-line bg-surface">
                {some.map(job => <JobItem key={`${job.pluginId}/${job.id}`} job={job} onChanged={() => void look()} />)}
              </ul>
            </section>
          );
        })}
      </div>
    </Page>
  );
}
