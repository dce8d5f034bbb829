import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { useRequests } from '../../shared/sync/requests';
import { Button } from '../../shared/ui/Button';
import { usePages } from '../../shared/usePages';
import { useTask } from '../../shared/useTask';
import { PersonLine } from './PersonLine';
import { Rows } from './Rows';
import { sayDate } from './untilWhen';

export function Requests({ chatId }: { chatId: string }) {
  const { t, i18n } = useTranslation();
  const heard = useRequests(store => store.counts[chatId]);
  const pages = usePages(useCallback(cursor => app.session.api.joinRequests(chatId, cursor), [chatId]));
  const { run, busy, error } = useTask();
  const decide = (work: () => Promise<unknown>) => void run(work, () => void pages.look());
  const { look } = pages;
  useEffect(() => { if (heard !== undefined) void look(); }, [heard]);
  return (
    <>
      {error !== null && <p role="alert" className="px-4 text-sm text-bad">{sayError(t, error)}</p>}
      <Rows label={t('govern.requests')} none={t('govern.noRequests')} pages={pages} row={({ user, askedAt }) => (
        <PersonLine key={user.id} user={user} about={t('govern.asked', { at: sayDate(askedAt, i18n.language) })}>
          <span className="flex w-full gap-2 pl-12">
            <Button look="quiet" disabled={busy} aria-label={t('govern.turnAway', { name: user.displayName })} onClick={() => decide(() => app.session.api.turnAway(chatId, user.id))}>{t('govern.turnAwayDo')}</Button>
            <Button disabled={busy} aria-label={t('govern.letIn', { name: user.displayName })} onClick={() => decide(() => app.session.api.letIn(chatId, user.id))}>{t('govern.letInDo')}</Button>
          </span>
        </PersonLine>
      )} />
    </>
  );
}
