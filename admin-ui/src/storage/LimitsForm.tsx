import type { Storage, StorageChange } from '@stogram/client/shared/api/administration';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { fileSize } from '@stogram/client/shared/text/fileSize';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Field } from '@stogram/client/shared/ui/Field.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Page';
import { toBytes, toMegabytes } from './megabytes';

const fields = ['maxFileSize', 'quota', 'personQuota'] as const;

export function LimitsForm({ storage, onChange }: { storage: Storage; onChange: (limits: StorageChange) => Promise<void> }) {
  const { t, i18n } = useTranslation();
  const [texts, setTexts] = useState(() => Object.fromEntries(fields.map(field => [field, toMegabytes(storage.own[field])])));
  const [isSaved, setSaved] = useState(false);
  const { run, busy, error } = useTask();
  const read = fields.map(field => [field, toBytes(texts[field]!)] as const);
  const isGood = read.every(([, bytes]) => bytes !== undefined);
  const save = () => run(() => onChange(Object.fromEntries(read) as StorageChange), () => setSaved(true));
  return (
    <Card className="p-4 pane:p-6">
      <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); if (isGood) void save(); }}>
        <div>
          <h2 className="font-semibold">{t('storage.limits')}</h2>
          <p className="text-sm text-ink-2">{t('storage.limitsSub')}</p>
        </div>
        {read.map(([field, bytes]) => {
          const most = storage.server[field];
          return (
            <Field
              key={field}
              label={t(`storage.${field}`)}
              inputMode="decimal"
              value={texts[field]}
              hint={most === null ? t('storage.unlimited') : t('storage.server', { size: fileSize(most, t, i18n.language) })}
              error={bytes === undefined ? t('storage.number') : undefined}
              onChange={text => { setTexts({ ...texts, [field]: text }); setSaved(false); }}
            />
          );
        })}
        {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
        <div className="flex items-center gap-4">
          <Button type="submit" busy={busy} disabled={!isGood}>{t('common.save')}</Button>
          <p role="status" className="text-sm text-good-text">{isSaved && t('common.saved')}</p>
        </div>
      </form>
    </Card>
  );
}
