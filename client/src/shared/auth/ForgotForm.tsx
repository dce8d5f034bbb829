import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayError } from '../i18n/sayError';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { useTask } from '../useTask';
import { AuthPage } from './AuthPage';
import { namedOrganization } from './organization';
import type { Session } from './session';

/** Says the same whoever asks for whom: it must not tell who is known here. */
export function ForgotForm({ session, onBack }: { session: Session; onBack: () => void }) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [tried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const { run, busy, error } = useTask();
  const submit = () => {
    setTried(true);
    if (login.trim()) void run(() => session.api.forgotPassword(login.trim(), namedOrganization()), () => setDone(true));
  };
  if (isDone) {
    return (
      <AuthPage title={t('auth.forgotDone')} text={t('auth.forgotDoneSub')}>
        <Button className="w-full" onClick={onBack}>{t('auth.backToSignIn')}</Button>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('auth.forgotTitle')} text={t('auth.forgotSub')} footer={<Button look="text" onClick={onBack}>{t('auth.backToSignIn')}</Button>}>
      <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); submit(); }}>
        <Field
          label={t('auth.login')}
          value={login}
          onChange={setLogin}
          error={tried && !login.trim() ? t('field.required') : undefined}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
        <Button type="submit" busy={busy}>{t('auth.forgotDo')}</Button>
      </form>
    </AuthPage>
  );
}
