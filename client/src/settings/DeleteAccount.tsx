import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import type { Me } from '../shared/api/types';
import { sayError } from '../shared/i18n/sayError';
import { sayFields } from '../shared/i18n/sayFields';
import { Button } from '../shared/ui/Button';
import { Field } from '../shared/ui/Field';
import { useTask } from '../shared/useTask';

export function DeleteAccount({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  if (me.role === 'OWNER') return <p className="text-pretty">{t('delete.owner', { name: me.organization.name })}</p>;
  const submit = () => {
    setTried(true);
    if (password) void run(() => app.session.api.deleteAccount(me.id, password), () => app.session.end());
  };
  return (
    <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); submit(); }}>
      <p className="text-pretty">{t('delete.what')} <strong>{t('delete.sub')}</strong></p>
      <input type="text" hidden readOnly autoComplete="username" value={me.username} />
      <Field
        label={t('auth.password')}
        type="password"
        value={password}
        error={tried && !password ? t('field.required') : fields.password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      {error !== null && !fields.password && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <Button type="submit" look="danger" busy={busy}>{t('delete.do')}</Button>
    </form>
  );
}
