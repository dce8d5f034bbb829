import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, codeOf } from '../api/error';
import type { Me } from '../api/types';
import { sayError } from '../i18n/sayError';
import { sayFields } from '../i18n/sayFields';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { useTask } from '../useTask';
import { PasskeySignIn } from './PasskeySignIn';
import { SecondStep } from './SecondStep';
import type { Session } from './session';

export interface SignInFormProps {
  session: Session;
  onDone: (me: Me) => void;
  onForgot: () => void;
}

export function SignInForm({ session, onDone, onForgot }: SignInFormProps) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const { run, busy, error, forget } = useTask();
  const fields = sayFields(t, error);
  const missing = (value: string) => (tried && !value ? t('field.required') : undefined);

  const signIn = (code?: string) => run(async () => {
    try {
      onDone(await session.signIn({ login: login.trim(), password, ...(code && { code }) }));
    } catch (failure) {
      if (codeOf(failure) !== 'TWO_FACTOR_REQUIRED' || wantsPasskey(failure)) throw failure;
      setAsksCode(true);
    }
  });
  const submit = () => {
    setTried(true);
    if (login && password) void signIn();
  };
  const leave = () => {
    setAsksCode(false);
    forget();
  };

  const refusal = error === null ? undefined : sayRefusal(t, error);
  if (asksCode) {
    return <SecondStep error={fields.code ?? refusal} busy={busy} onCode={code => void signIn(code)} onBack={leave} />;
  }
  return (
    <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); submit(); }}>
      <Field label={t('auth.login')} value={login} onChange={setLogin} error={missing(login) ?? fields.login} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      <Field label={t('auth.password')} type="password" value={password} onChange={setPassword} error={missing(password) ?? fields.password} autoComplete="current-password" />
      {refusal && <p role="alert" className="text-sm text-bad">{refusal}</p>}
      <Button type="submit" busy={busy}>{t('auth.signIn')}</Button>
      <PasskeySignIn session={session} onDone={onDone} />
      <Button look="text" className="-mt-1 -mb-3" onClick={onForgot}>{t('auth.forgot')}</Button>
    </form>
  );
}

const wantsPasskey = (error: unknown) => error instanceof ApiError && error.details.code === 'PASSKEY';

function sayRefusal(t: TFunction, error: unknown) {
  switch (codeOf(error)) {
    case 'UNAUTHORIZED': return t('auth.wrong');
    case 'TWO_FACTOR_REQUIRED': return t('passkeys.instead');
    default: return sayError(t, error);
  }
}
