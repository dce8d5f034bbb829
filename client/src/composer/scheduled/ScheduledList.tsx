import { Pencil, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownAll } from '../../plugins/transforms/useShown';
import type { Scheduled } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayChangeError, sayCode } from '../../shared/i18n/sayError';
import { summary } from '../../shared/text/summary';
import { moment } from '../../shared/time/format';
import { IconButton } from '../../shared/ui/IconButton';
import { Sheet } from '../../shared/ui/Sheet';
import { useTask } from '../../shared/useTask';
import { ChangeScheduled } from './ChangeScheduled';

export function ScheduledList({ waiting: stored, onClose }: { waiting: readonly Scheduled[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [changingId, setChanging] = useState<string | null>(null);
  const waiting = useShownAll(stored);
  const { run, busy, error } = useTask();
  return (
    <Sheet title={t('scheduled.title')} onClose={onClose}>
      {error !== null && <p role="alert" className="px-5 py-2 text-sm text-bad">{sayChangeError(t, error)}</p>}
      {waiting.length === 0 && <p className="px-5 pb-6 text-ink-2">{t('scheduled.empty')}</p>}
      <ul className="grid px-5 pb-4">
        {waiting.map(message => (
          <li key={message.id} className="border-t border-line py-2 first:border-0">
            {message.id === changingId ? <ChangeScheduled message={message} onDone={() => setChanging(null)} /> : (
              <div className="flex flex-wrap items-center justify-end gap-x-1">
                <What message={message} />
                <IconButton icon={Send} label={t('scheduled.sendNow')} disabled={busy} onClick={() => void run(() => app.session.api.sendScheduled(message.id))} />
                <IconButton icon={Pencil} label={t('scheduled.edit')} disabled={busy} onClick={() => setChanging(message.id)} />
                <IconButton icon={Trash2} label={t('scheduled.cancel')} disabled={busy} onClick={() => void run(() => app.session.api.cancelScheduled(message.id))} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function What({ message }: { message: Scheduled }) {
  const { t, i18n } = useTranslation();
  const when = moment(new Date(message.scheduledAt), i18n.language);
  return (
    <div className="min-w-0 basis-full pane:flex-1 pane:basis-0">
      <p className="line-clamp-2 wrap-anywhere">{summary(message, t) || t('messages.quote')}</p>
      {message.failure ? <p className="text-sm text-bad">{t('scheduled.failed', { reason: sayCode(t, message.failure.code) })}</p>
        : <p className="text-sm text-ink-2">{t('scheduled.at', { when })}</p>}
    </div>
  );
}
