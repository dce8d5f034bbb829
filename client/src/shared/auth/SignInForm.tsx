import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/error';
import type { Me } from '../api/types';
import { sayError } from '../i18n/sayError';
import { sayFields } from '../i18n/sayFields';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import type { Session } from './session';

export function SignInForm({ session, onDone }: { session: Session; onDone: (me: Me) => void }) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const fields = sayFields(t, error);
  const missing = (value: string) => (tried && !value ? t('field.required') : undefined);

  const submit = async () => {
    setTried(true);
    if (!login || !password) return;
    setBusy(true);
    setError(null);
    await session.signIn({ login: login.trim(), password }).then(onDone, setError);
    setBusy(false);
  };

  return (
    <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); void submit(); }}>
      <Field label={t('auth.login')} value={login} onChange={setLogin} error={missing(login) ?? fields.login} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      <Field label={t('auth.password')} type="password" value={password} onChange={setPassword} error={missing(password) ?? fields.password} autoComplete="current-password" />
      {error !== null && (
        <p role="alert" className="text-sm text-bad">
          {codeOf(error) === 'UNAUTHORIZED' ? t('auth.wrong') : sayError(t, error)}
        </p>
      )}
      <Button type="submit" busy={busy}>{t('auth.signIn')}</Button>
    </form>
  );
}
