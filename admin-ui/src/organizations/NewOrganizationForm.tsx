import type { NewOrganization } from '@stogram/client/shared/api/operator';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { sayFields } from '@stogram/client/shared/i18n/sayFields';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Field } from '@stogram/client/shared/ui/Field.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Card } from '../ui/Page';
import { slugOf } from './slugOf';

export function NewOrganizationForm({ onMade, onCancel }: { onMade: (made: NewOrganization) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  const slug = typed ?? slugOf(name);
  return (
    <Card className="mb-4">
      <form
        noValidate
        aria-label={t('server.new')}
        className="grid gap-4 p-4 pane:grid-cols-2 pane:p-6"
        onSubmit={event => { event.preventDefault(); void run(() => session.api.makeOrganization(name, slug), onMade); }}
      >
        <p className="text-sm text-pretty text-ink-2 pane:col-span-2">{t('server.newSub')}</p>
        <Field label={t('server.name')} value={name} maxLength={64} error={fields.name} onChange={setName} autoComplete="off" autoFocus />
        <Field label={t('server.slug')} hint={t('server.slugHint')} value={slug} maxLength={31} error={fields.slug} onChange={setTyped} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        {error !== null && Object.keys(fields).length === 0 && <p role="alert" className="text-sm text-bad pane:col-span-2">{sayError(t, error)}</p>}
        <div className="flex flex-wrap gap-2 pane:col-span-2">
          <Button type="submit" busy={busy}>{t('server.make')}</Button>
          <Button look="quiet" onClick={onCancel}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Card>
  );
}
