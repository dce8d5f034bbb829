import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../shared/api/types';
import { sayError } from '../../shared/i18n/sayError';
import { sayFields } from '../../shared/i18n/sayFields';
import { Button } from '../../shared/ui/Button';
import { Field } from '../../shared/ui/Field';
import { useTask } from '../../shared/useTask';

export interface PasswordStepProps {
  me: Me;
  action: string;
  isGrave?: boolean;
  onPassword: (password: string) => Promise<void>;
  onCancel?: () => void;
}

/** What decides over the account asks for the password again. */
export function PasswordStep({ me, action, isGrave = false, onPassword, onCancel }: PasswordStepProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  const submit = () => {
    setTried(true);
    if (password) void run(() => onPassword(password));
  };
  return (
    <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); submit(); }}>
      <input type="text" hidden readOnly autoComplete="username" value={me.username} />
      <Field
        label={t('auth.password')}
        type="password"
        value={password}
        error={tried && !password ? t('field.required') : fields.password}
        onChange={setPassword}
        autoComplete="current-password"
        autoFocus
      />
      {error !== null && !fields.password && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look={isGrave ? 'danger' : 'accent'} busy={busy}>{action}</Button>
        {onCancel && <Button look="quiet" onClick={onCancel}>{t('common.cancel')}</Button>}
      </div>
    </form>
  );
}
