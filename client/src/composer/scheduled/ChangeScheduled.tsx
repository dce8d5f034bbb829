import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scheduled } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayChangeError } from '../../shared/i18n/sayError';
import { leaveAgain } from '../../shared/sync/leaving';
import { Button } from '../../shared/ui/Button';
import { TextArea } from '../../shared/ui/TextArea';
import { useTask } from '../../shared/useTask';
import { toField } from '../send/localTime';
import { WhenField } from '../send/WhenField';

export function ChangeScheduled({ message, onDone }: { message: Scheduled; onDone: () => void }) {
  const { t } = useTranslation();
  const [content, setContent] = useState(message.content ?? '');
  const [at, setAt] = useState<Date | null>(() => new Date(message.scheduledAt));
  const { run, busy, error } = useTask();
  const isPast = at !== null && at.getTime() <= Date.now();
  const isBlank = content.trim() === '' && message.files.length === 0;

  const change = async (scheduledAt: string) =>
    app.session.api.changeScheduled(message.id, { content: await leaveAgain(message.chatId, message.id, content), scheduledAt });

  const save = () => {
    if (at && !isPast && !isBlank) void run(() => change(at.toISOString()), onDone);
  };

  return (
    <form className="grid gap-3 py-1" onSubmit={event => { event.preventDefault(); save(); }}>
      <TextArea label={t('scheduled.text')} value={content} rows={3} maxLength={10_000} onChange={setContent} />
      <WhenField value={at ? toField(at) : ''} isPast={isPast} onChange={setAt} />
      {error !== null && <p role="alert" className="text-sm text-bad">{sayChangeError(t, error)}</p>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" busy={busy} disabled={!at || isPast || isBlank}>{t('scheduled.save')}</Button>
      </div>
    </form>
  );
}
