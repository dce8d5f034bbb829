import type { Job } from '@stogram/client/shared/api/plugins';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../ui/useMoment';

/** What there is to know of a job, in a line. */
export function useJobWords({ state, isHeld, cron, dueAt, attempt, attempts, startedAt, finishedAt, node, error, isServer }: Job): string[] {
  const { t } = useTranslation();
  const at = useMoment();
  const when = {
    RUNNING: startedAt && t('jobs.began', { at: at(startedAt), node }),
    FAILED: finishedAt && t('jobs.failedAt', { at: at(finishedAt) }),
    WAITING: isHeld ? t('jobs.held') : t(attempt > 0 && error ? 'jobs.again' : 'jobs.due', { at: at(dueAt) }),
    DONE: finishedAt && t('jobs.doneAt', { at: at(finishedAt) }),
    CANCELLED: finishedAt && t('jobs.cancelledAt', { at: at(finishedAt) }),
  }[state];
  return [
    when,
    attempts && (attempt > 1 || (attempt > 0 && error)) ? t('jobs.try', { attempt, attempts }) : null,
    cron ? t('jobs.cron', { cron }) : null,
    isServer ? t('jobs.server') : null,
  ].filter(words => typeof words === 'string');
}
