import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/error';
import type { Me, Policy, Registration } from '../api/types';
import { sayError } from '../i18n/sayError';
import { sayFields } from '../i18n/sayFields';
import { Button } from '../ui/Button';
import { Field, type FieldProps } from '../ui/Field';
import { checkSignUp, type Complaints, type SignUpValues } from './checkSignUp';
import type { Session } from './session';
import { StrengthMeter } from './StrengthMeter';

export interface SignUpFormProps {
  session: Session;
  policy: Policy;
  codes: { setup: string; invite: string };
  onDone: (me: Me) => void;
}

export function SignUpForm({ session, policy, codes, onDone }: SignUpFormProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState<SignUpValues>({ displayName: '', username: '', email: '', password: '', ...codes });
  const [complaints, setComplaints] = useState<Complaints>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const complained = Object.values(complaints).some(Boolean);
  useEffect(() => {
    if (complained && !busy) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [complained, busy]);
  const needs = { setup: policy.needsSetup, invite: !policy.isFresh && (policy.signUp === 'INVITE' || codes.invite !== '') };

  const submit = async () => {
    const found = checkSignUp(values, policy.passwordMinLength, needs, t);
    setComplaints(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    await session.signUp(registrationOf(values, needs)).then(onDone, refused);
    setBusy(false);
  };

  const refused = (failure: unknown) => {
    const fields = sayFields(t, failure);
    setComplaints(fields);
    setError(Object.keys(fields).some(field => field in values) ? null : failure);
  };

  const field = (name: keyof SignUpValues, rest: Pick<FieldProps, 'label'> & Partial<FieldProps>) => (
    <Field
      value={values[name]}
      error={complaints[name]}
      onChange={value => {
        setValues({ ...values, [name]: value });
        setComplaints({ ...complaints, [name]: undefined });
      }}
      {...rest}
    />
  );

  const isSpent = needs.invite && codeOf(error) === 'FORBIDDEN';
  const plain = { autoCapitalize: 'none', spellCheck: false };
  return (
    <form ref={form} noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); void submit(); }}>
      {field('displayName', { label: t('auth.displayName'), hint: t('auth.displayNameHint'), autoComplete: 'name', autoFocus: true })}
      {field('username', { label: t('auth.username'), hint: t('auth.usernameHint'), autoComplete: 'username', ...plain })}
      {field('email', { label: t('auth.email'), type: 'email', autoComplete: 'email', ...plain })}
      {field('password', { label: t('auth.password'), hint: t('auth.passwordHint', { count: policy.passwordMinLength }), type: 'password', autoComplete: 'new-password' })}
      <StrengthMeter password={values.password} known={[values.username, values.displayName, values.email]} />
      {needs.setup && field('setup', { label: t('auth.setup'), hint: t('auth.setupHint'), autoComplete: 'off', ...plain })}
      {needs.invite && field('invite', { label: t('auth.invite'), hint: t('auth.inviteHint'), autoComplete: 'off', ...plain })}
      {error !== null && <p role="alert" className="text-sm text-bad">{isSpent ? t('auth.inviteSpent') : sayError(t, error)}</p>}
      <Button type="submit" busy={busy}>{t('auth.signUp')}</Button>
    </form>
  );
}

function registrationOf(values: SignUpValues, needs: { setup: boolean; invite: boolean }): Registration {
  const { email, username, password, displayName, setup, invite } = values;
  return {
    email: email.trim(),
    username: username.trim(),
    password,
    ...(displayName.trim() && { displayName: displayName.trim() }),
    ...(needs.setup && { setup: setup.trim() }),
    ...(needs.invite && { invite: invite.trim() }),
  };
}
