import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../../shared/app';
import type { Me } from '../../shared/api/types';
import { sayError } from '../../shared/i18n/sayError';
import { sayFields } from '../../shared/i18n/sayFields';
import { Button } from '../../shared/ui/Button';
import { Field } from '../../shared/ui/Field';
import { TextArea } from '../../shared/ui/TextArea';
import { useTask } from '../../shared/useTask';

export function ProfileForm({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [values, setValues] = useState({ displayName: me.displayName, username: me.username, bio: me.bio ?? '' });
  const [isSaved, setSaved] = useState(false);
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  const type = (change: Partial<typeof values>) => {
    setValues({ ...values, ...change });
    setSaved(false);
  };
  const save = () => run(async () => {
    const { displayName, username, bio } = values;
    const user = await app.session.api.updateProfile(me.id, { displayName, username: username.trim(), bio });
    await app.setMe({ ...me, ...user, status: me.status });
    setSaved(true);
  });
  return (
    <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); void save(); }}>
      <Field label={t('profile.name')} value={values.displayName} onChange={displayName => type({ displayName })} error={fields.displayName} maxLength={64} autoComplete="name" />
      <Field
        label={t('auth.username')}
        hint={t('auth.usernameHint')}
        value={values.username}
        onChange={username => type({ username })}
        error={fields.username}
        maxLength={32}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextArea label={t('profile.bio')} hint={t('profile.bioHint')} value={values.bio} onChange={bio => type({ bio })} error={fields.bio} maxLength={500} rows={3} />
      {error !== null && Object.keys(fields).length === 0 && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <div className="flex items-center gap-4">
        <Button type="submit" busy={busy}>{t('common.save')}</Button>
        <p role="status" className="text-sm text-good-text">{isSaved && t('common.saved')}</p>
      </div>
    </form>
  );
}
