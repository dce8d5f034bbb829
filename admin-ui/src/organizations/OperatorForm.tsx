import type { Hosted } from '@stogram/client/shared/api/operator';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { sayFields } from '@stogram/client/shared/i18n/sayFields';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Field } from '@stogram/client/shared/ui/Field.tsx';
import { Select } from '@stogram/client/shared/ui/Select.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';

export interface OperatorFormProps {
  organizations: Hosted[];
  onDone: () => void;
  onCancel: () => void;
}

export function OperatorForm({ organizations, onDone, onCancel }: OperatorFormProps) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [organization, setOrganization] = useState(() => organizations.find(one => one.isMine)?.slug ?? '');
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  const options = organizations.map(one => ({ value: one.slug, label: one.name }));
  const grant = () => run(() => session.api.grantOperator({ login: login.trim(), password, organization: organization || null }), onDone);
  return (
    <form noValidate aria-label={t('operators.add')} className="grid items-start gap-4 border-t border-line p-4 pane:grid-cols-2 pane:px-6" onSubmit={event => { event.preventDefault(); void grant(); }}>
      <Field label={t('operators.login')} value={login} error={fields.login} onChange={setLogin} autoComplete="off" autoCapitalize="none" spellCheck={false} autoFocus />
      {options.length > 1 && <Select label={t('operators.where')} value={organization} options={options} onChange={setOrganization} />}
      <Field label={t('operators.password')} type="password" value={password} error={fields.password} onChange={setPassword} autoComplete="current-password" />
      {error !== null && Object.keys(fields).length === 0 && <p role="alert" className="text-sm text-bad pane:col-span-2">{sayError(t, error)}</p>}
      <div className="flex flex-wrap gap-2 pane:col-span-2">
        <Button type="submit" busy={busy}>{t('operators.do')}</Button>
        <Button look="quiet" onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
