import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passkey } from '../../shared/api/account';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { Field } from '../../shared/ui/Field';
import { useTask } from '../../shared/useTask';

export interface RenamePasskeyProps {
  passkey: Passkey;
  onDone: () => void;
  onCancel: () => void;
}

export function RenamePasskey({ passkey, onDone, onCancel }: RenamePasskeyProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(passkey.name);
  const { run, busy, error } = useTask();
  const save = () => void run(() => app.session.api.renamePasskey(passkey.id, name.trim()), onDone);
  return (
    <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); if (name.trim()) save(); }}>
      <Field label={t('passkeys.name')} value={name} error={name.trim() ? undefined : t('field.required')} onChange={setName} maxLength={64} autoFocus />
      {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={busy}>{t('common.save')}</Button>
        <Button look="quiet" onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
