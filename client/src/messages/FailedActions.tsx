import { useTranslation } from 'react-i18next';
import { useExplanation } from '../plugins/explain';
import { app } from '../shared/app';
import { sayCode } from '../shared/i18n/sayError';
import type { Pending } from '../shared/sync/outbox';
import { Button } from '../shared/ui/Button';

export function FailedActions({ pending }: { pending: Pending }) {
  const { t } = useTranslation();
  const failure = pending.failure!;
  const explained = useExplanation(failure);
  // A plugin's refusal has words of its own; the core's codes are said in the reader's language.
  const reason = explained ?? (failure.code === 'REJECTED' && failure.message ? failure.message : sayCode(t, failure.code, failure.details));
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-1 pt-1 text-sm">
      <span role="alert" className="text-bad">{t('messages.failed')}. {reason}</span>
      <span className="flex">
        <Button look="text" className="px-3 text-sm" onClick={() => void app.retry(pending)}>{t('common.retry')}</Button>
        <Button look="text" className="px-3 text-sm" onClick={() => void app.discard(pending)}>{t('messages.discard')}</Button>
      </span>
    </div>
  );
}
