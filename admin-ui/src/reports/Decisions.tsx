import type { Decision, Reported } from '@stogram/client/shared/api/govern';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { TextArea } from '@stogram/client/shared/ui/TextArea.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Confirmed } from '../ui/Confirmed';

/** What can be done about a report, each asked about once more but dismissing it. */
export function Decisions({ report, onDecided }: { report: Reported; onDecided: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { run, busy, error } = useTask();
  const name = report.person.displayName;
  const decide = (decision: Decision) => session.api.decideReport(report.id, decision).then(onDecided);
  const look = 'px-4 text-sm';
  return (
    <div className="flex flex-wrap gap-2">
      {report.messageId && (
        <Confirmed title={t('reports.hideSure')} text={t('reports.hideWarn')} action={t('reports.hide')} work={() => decide({ decision: 'HIDDEN' })}>
          {ask => <Button look="quiet" className={look} onClick={ask}>{t('reports.hide')}</Button>}
        </Confirmed>
      )}
      <Confirmed
        title={t('reports.warnSure', { name })}
        text={<><p className="mb-2">{t('reports.warnWarn')}</p><TextArea label={t('reports.warnWords')} value={words} onChange={setWords} maxLength={1000} rows={3} /></>}
        action={t('reports.warn')}
        work={() => decide({ decision: 'WARNED', words })}
      >
        {ask => <Button look="quiet" className={look} onClick={ask}>{t('reports.warn')}</Button>}
      </Confirmed>
      {report.chatName && (
        <Confirmed title={t('reports.expelSure', { name })} text={t('reports.expelWarn')} action={t('reports.expel')} work={() => decide({ decision: 'REMOVED', fromChat: true })}>
          {ask => <Button look="grave" className={look} onClick={ask}>{t('reports.expel')}</Button>}
        </Confirmed>
      )}
      <Confirmed title={t('reports.removeSure', { name })} text={t('reports.removeWarn')} action={t('reports.remove')} work={() => decide({ decision: 'REMOVED' })}>
        {ask => <Button look="grave" className={look} onClick={ask}>{t('reports.remove')}</Button>}
      </Confirmed>
      <Button look="text" className={look} busy={busy} onClick={() => void run(() => decide({ decision: 'DISMISSED' }))}>{t('reports.dismiss')}</Button>
      {error !== null && <p role="alert" className="w-full text-sm text-bad">{sayError(t, error)}</p>}
    </div>
  );
}
