import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayChangeError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { Sheet } from '../../shared/ui/Sheet';
import { useTask } from '../../shared/useTask';
import { inHour, toField, tomorrow } from './localTime';
import { WhenField } from './WhenField';

export interface WhenSheetProps {
  onChoose: (at: string) => Promise<unknown>;
  onClose: () => void;
}

export function WhenSheet({ onChoose, onClose }: WhenSheetProps) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  const [at, setAt] = useState<Date | null>(() => inHour(now));
  const { run, busy, error } = useTask();
  const isPast = at !== null && at.getTime() <= Date.now();
  return (
    <Sheet title={t('send.when')} onClose={onClose}>
      <form
        className="grid gap-4 px-5 pt-1 pb-5"
        onSubmit={event => { event.preventDefault(); if (at && !isPast) void run(() => onChoose(at.toISOString()), onClose); }}
      >
        <div className="flex flex-wrap gap-2">
          <Button look="quiet" onClick={() => setAt(inHour(now))}>{t('send.inHour')}</Button>
          <Button look="quiet" onClick={() => setAt(tomorrow(now))}>{t('send.tomorrow')}</Button>
        </div>
        <WhenField value={at ? toField(at) : ''} isPast={isPast} onChange={setAt} />
        {error !== null && <p role="alert" className="text-sm text-bad">{sayChangeError(t, error)}</p>}
        <Button type="submit" disabled={!at || isPast} busy={busy}>{t('send.schedule')}</Button>
      </form>
    </Sheet>
  );
}
