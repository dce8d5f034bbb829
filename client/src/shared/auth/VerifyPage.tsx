import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayError } from '../i18n/sayError';
import { sayFields } from '../i18n/sayFields';
import { Button } from '../ui/Button';
import { Spinner } from '../ui/Spinner';
import { AuthPage } from './AuthPage';
import type { Session } from './session';

type Answer = { phase: 'asking' } | { phase: 'done' } | { phase: 'failed'; error: unknown };

export function VerifyPage({ session, code, onDone }: { session: Session; code: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<Answer>({ phase: 'asking' });
  useEffect(() => {
    let current = true;
    const say = (next: Answer) => current && setAnswer(next);
    session.api.verifyEmail(code).then(() => say({ phase: 'done' }), (error: unknown) => say({ phase: 'failed', error }));
    return () => {
      current = false;
    };
  }, [session, code]);
  if (answer.phase === 'asking') {
    return <main aria-label={t('auth.verifying')} className="grid h-full place-items-center text-ink-3"><Spinner size={28} /></main>;
  }
  const isDone = answer.phase === 'done';
  const text = isDone ? t('auth.verifiedSub') : sayFields(t, answer.error).code ?? sayError(t, answer.error);
  return (
    <AuthPage title={t(isDone ? 'auth.verified' : 'auth.unverified')} text={text}>
      <Button className="w-full" onClick={onDone}>{t('auth.goOn')}</Button>
    </AuthPage>
  );
}
