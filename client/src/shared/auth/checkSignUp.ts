import type { TFunction } from 'i18next';

export interface SignUpValues {
  displayName: string;
  username: string;
  email: string;
  password: string;
  setup: string;
  invite: string;
}

export type Complaints = Partial<Record<string, string>>;

/** What can be said before asking the server; the server has the last word, field by field. */
export function checkSignUp(
  values: SignUpValues,
  passwordMinLength: number,
  needs: { setup: boolean; invite: boolean },
  t: TFunction,
): Complaints {
  const found: Complaints = {};
  const { username, email, password } = values;
  if (!/^[a-z0-9._]{2,32}$/iu.test(username.trim())) found.username = t('field.username', { from: 2, to: 32 });
  if (!/^[^\s@]+@[^\s@]+$/u.test(email.trim())) found.email = t('field.email');
  if (password.length < passwordMinLength) found.password = t('field.short', { count: passwordMinLength });
  for (const name of ['username', 'email', 'password'] as const) if (!values[name].trim()) found[name] = t('field.required');
  for (const name of ['setup', 'invite'] as const) if (needs[name] && !values[name].trim()) found[name] = t('field.required');
  return found;
}
