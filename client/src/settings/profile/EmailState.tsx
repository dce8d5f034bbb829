import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../../shared/app';
import { codeOf } from '../../shared/api/error';
import { sayError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { useTask } from '../../shared/useTask';

export function EmailState({ email }: { email: string }) {
  const { t } = useTranslation();
  const [isSent, setSent] = useState(false);
  const { run, busy, error } = useTask();
  const refusal = codeOf(error) === 'CONFLICT' ? t('profile.noMail') : sayError(t, error);
  return (
    <section className="grid justify-items-start gap-1 border-t border-line pt-4">
      <p className="text-ink-2">{t('profile.unverified')}</p>
      <p role="status" className="text-sm">{isSent ? t('profile.resent', { email }) : error !== null && refusal}</p>
      {!isSent && error === null && (
        <Button look="text" className="-ml-5" busy={busy} onClick={() => void run(() => app.session.api.resendVerification(), () => setSent(true))}>
          {t('profile.resend')}
        </Button>
      )}
    </section>
  );
}
