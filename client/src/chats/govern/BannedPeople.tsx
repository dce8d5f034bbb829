import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { usePages } from '../../shared/usePages';
import { useTask } from '../../shared/useTask';
import { PersonLine } from './PersonLine';
import { Rows } from './Rows';
import { isForGood, sayDate } from './untilWhen';

export function BannedPeople({ chatId }: { chatId: string }) {
  const { t, i18n } = useTranslation();
  const pages = usePages(useCallback(cursor => app.session.api.bans(chatId, cursor), [chatId]));
  const { run, busy, error } = useTask();
  return (
    <>
      {error !== null && <p role="alert" className="px-4 text-sm text-bad">{sayError(t, error)}</p>}
      <Rows label={t('govern.banned')} none={t('govern.noBanned')} pages={pages} row={({ user, until }) => (
        <PersonLine key={user.id} user={user} about={isForGood(until) ? t('govern.forGood') : t('govern.bannedUntil', { at: sayDate(until, i18n.language) })}>
          <Button look="quiet" disabled={busy} aria-label={t('govern.lift', { name: user.displayName })} onClick={() => void run(() => app.session.api.unban(chatId, user.id), () => void pages.look())}>
            {t('govern.liftDo')}
          </Button>
        </PersonLine>
      )} />
    </>
  );
}
