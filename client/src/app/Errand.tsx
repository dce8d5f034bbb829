import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import { AuthPage } from '../shared/auth/AuthPage';
import { ResetForm } from '../shared/auth/ResetForm';
import { usePolicy } from '../shared/auth/usePolicy';
import { VerifyPage } from '../shared/auth/VerifyPage';
import { sayError } from '../shared/i18n/sayError';
import { Button } from '../shared/ui/Button';
import { Spinner } from '../shared/ui/Spinner';
import type { ErrandKind } from './useErrand';

/** What a link from a letter or an administrator is for; it does not matter who is signed in here. */
export function Errand({ kind, code, onDone }: { kind: ErrandKind; code: string; onDone: () => void }) {
  const { t } = useTranslation();
  const { policy, error, retry } = usePolicy(app.session);
  if (kind === 'verify') return <VerifyPage session={app.session} code={code} onDone={onDone} />;
  if (policy) return <ResetForm session={app.session} code={code} minLength={policy.passwordMinLength} onDone={onDone} />;
  if (error === null) return <div className="grid h-full place-items-center text-ink-3"><Spinner size={28} /></div>;
  return (
    <AuthPage title="Stogram" text={sayError(t, error)}>
      <Button className="w-full" onClick={retry}>{t('common.retry')}</Button>
    </AuthPage>
  );
}
