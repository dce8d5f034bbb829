import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/error';
import { sayError } from '../i18n/sayError';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { useTask } from '../useTask';
import { AuthPage } from './AuthPage';
import { nameOrganization } from './organization';
import type { Session } from './session';

/** Nobody is shown a list: who is on this server is not for strangers. */
export function WhichOrganization({ session, onKnown }: { session: Session; onKnown: () => void }) {
  const { t } = useTranslation();
  const [slug, setSlug] = useState('');
  const { run, busy, error, forget } = useTask();
  const named = slug.trim().toLowerCase();
  const known = () => {
    nameOrganization(named);
    onKnown();
  };
  const code = error === null ? null : codeOf(error);
  const words = code === 'NOT_FOUND' ? t('organization.unknown') : code === 'FORBIDDEN' ? t('organization.suspended') : code && sayError(t, error);
  return (
    <AuthPage title={t('organization.which')} text={t('organization.whichSub')}>
      <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); if (named) void run(() => session.api.policy(named), known); }}>
        <Field
          label={t('organization.slug')}
          hint={t('organization.slugHint')}
          value={slug}
          error={words ?? undefined}
          onChange={next => { setSlug(next); forget(); }}
          autoComplete="organization"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <Button type="submit" busy={busy} disabled={!named}>{t('organization.go')}</Button>
      </form>
    </AuthPage>
  );
}
