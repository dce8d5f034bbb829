import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import type { Me } from '../shared/api/types';
import { NewPassword } from '../shared/auth/NewPassword';
import { sayError } from '../shared/i18n/sayError';
import { sayFields } from '../shared/i18n/sayFields';
import { Button } from '../shared/ui/Button';
import { Field } from '../shared/ui/Field';
import { useTask } from '../shared/useTask';

const blank = { current: '', next: '' };

export function PasswordForm({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [{ current, next }, setValues] = useState(blank);
  const [minLength, setMinLength] = useState(8);
  const [tried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  useEffect(() => void app.session.api.policy().then(policy => setMinLength(policy.passwordMinLength), () => undefined), []);

  const type = (change: Partial<typeof blank>) => {
    setValues({ current, next, ...change });
    setDone(false);
  };
  const done = () => {
    setValues(blank);
    setTried(false);
    setDone(true);
  };
  const submit = () => {
    setTried(true);
    if (current && next.length >= minLength) void run(() => app.session.api.changePassword(current, next), done);
  };

  const short = tried && next.length < minLength ? t('field.short', { count: minLength }) : undefined;
  return (
    <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); submit(); }}>
      <p className="text-ink-2">{t('password.sub')}</p>
      <input type="text" hidden readOnly autoComplete="username" value={me.username} />
      <Field
        label={t('password.current')}
        type="password"
        value={current}
        error={tried && !current ? t('field.required') : fields.currentPassword}
        onChange={value => type({ current: value })}
        autoComplete="current-password"
      />
      <NewPassword
        value={next}
        minLength={minLength}
        known={[me.username, me.displayName, me.email]}
        error={short ?? fields.newPassword}
        onChange={value => type({ next: value })}
      />
      {error !== null && Object.keys(fields).length === 0 && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <Button type="submit" busy={busy}>{t('password.change')}</Button>
      <p role="status" className="text-sm text-good-text">{isDone && t('password.changed')}</p>
    </form>
  );
}
