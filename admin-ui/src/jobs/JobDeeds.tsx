import type { Job } from '@stogram/client/shared/api/plugins';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Confirmed } from '../ui/Confirmed';

/** What can be done about a job as it stands. */
export function JobDeeds({ job, onChanged }: { job: Job; onChanged: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useTask();
  const look = 'px-4 text-sm';
  const { state, cron, isHeld } = job;
  const canRun = state === 'FAILED' || state === 'CANCELLED' || (state === 'WAITING' && !isHeld);
  if (state === 'DONE') return null;
  return (
    <div className="flex flex-wrap gap-2 max-pane:col-start-2 pane:justify-end">
      {canRun && (
        <Button look="quiet" className={look} busy={busy} onClick={() => void run(() => session.api.retryJob(job), onChanged)}>
          {t(state === 'WAITING' ? 'jobs.now' : 'jobs.retry')}
        </Button>
      )}
      {state === 'WAITING' && !cron && (
        <Button look="text" className={look} busy={busy} onClick={() => void run(() => session.api.cancelJob(job), onChanged)}>{t('jobs.cancel')}</Button>
      )}
      {state === 'RUNNING' && (
        <Confirmed title={t('jobs.cancelSure', { name: job.name })} text={t('jobs.cancelWarn')} action={t('jobs.cancelRun')} work={() => session.api.cancelJob(job).then(onChanged)}>
          {ask => <Button look="quiet" className={look} onClick={ask}>{t('jobs.cancelRun')}</Button>}
        </Confirmed>
      )}
      {error !== null && <p role="alert" className="w-full text-sm text-bad">{sayError(t, error)}</p>}
    </div>
  );
}
