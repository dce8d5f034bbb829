import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayError } from '../i18n/sayError';
import { sayFields } from '../i18n/sayFields';
import { Button } from '../ui/Button';
import { useTask } from '../useTask';
import { AuthPage } from './AuthPage';
import { NewPassword } from './NewPassword';
import type { Session } from './session';

export interface ResetFormProps {
  session: Session;
  code: string;
  minLength: number;
  onDone: () => void;
}

export function ResetForm({ session, code, minLength, onDone }: ResetFormProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [isSet, setSet] = useState(false);
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  const isShort = password.length < minLength;
  const submit = () => {
    setTried(true);
    if (!isShort) void run(() => session.api.resetPassword(code, password), () => setSet(true));
  };
  if (isSet) {
    return (
      <AuthPage title={t('common.done')} text={t('auth.resetDone')}>
        <Button className="w-full" onClick={onDone}>{t('auth.signIn')}</Button>
      </AuthPage>
    );
  }
  const back = <Button look="text" onClick={onDone}>{t('auth.backToSignIn')}</Button>;
  return (
    <AuthPage title={t('auth.reset')} text={t('auth.resetSub')} footer={back}>
      <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); submit(); }}>
        <NewPassword
          value={password}
          minLength={minLength}
          known={[]}
          error={tried && isShort ? t('field.short', { count: minLength }) : fields.password}
          onChange={setPassword}
          autoFocus
        />
        {error !== null && !fields.password && <p role="alert" className="text-sm text-bad">{fields.code ?? sayError(t, error)}</p>}
        <Button type="submit" busy={busy}>{t('auth.resetDo')}</Button>
      </form>
    </AuthPage>
  );
}
