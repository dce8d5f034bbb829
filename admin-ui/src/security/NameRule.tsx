import { sayError } from '@stogram/client/shared/i18n/sayError';
import { sayFields } from '@stogram/client/shared/i18n/sayFields';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Field } from '@stogram/client/shared/ui/Field.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Page';
import type { RuleProps } from './SignUpRule';

export function NameRule({ rules, onChange }: RuleProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(rules.name);
  const [isSaved, setSaved] = useState(false);
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  return (
    <Card className="p-4 pane:p-6">
      <form noValidate className="grid gap-3" onSubmit={event => { event.preventDefault(); void run(() => onChange({ name }), () => setSaved(true)); }}>
        <Field label={t('security.name')} value={name} maxLength={64} error={fields.name} onChange={next => { setName(next); setSaved(false); }} />
        {error !== null && !fields.name && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
        <div className="flex items-center gap-4">
          <Button type="submit" busy={busy} disabled={name === rules.name}>{t('common.save')}</Button>
          <p role="status" className="text-sm text-good-text">{isSaved && t('common.saved')}</p>
        </div>
      </form>
    </Card>
  );
}
