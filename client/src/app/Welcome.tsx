import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import type { Policy } from '../shared/api/types';
import { AuthPage } from '../shared/auth/AuthPage';
import { ForgotForm } from '../shared/auth/ForgotForm';
import { SignInForm } from '../shared/auth/SignInForm';
import { SignUpForm } from '../shared/auth/SignUpForm';
import { sayError } from '../shared/i18n/sayError';
import { Button } from '../shared/ui/Button';
import { Spinner } from '../shared/ui/Spinner';
import { usePolicy } from './usePolicy';

const codes = () => {
  const query = new URLSearchParams(location.search);
  return { setup: query.get('setup') ?? '', invite: query.get('invite') ?? '', forgot: query.has('forgot') };
};

export function Welcome() {
  const { t } = useTranslation();
  const { policy, error, retry } = usePolicy();
  if (error !== null) {
    return (
      <AuthPage title="Stogram" text={t('app.tagline')}>
        <div className="grid gap-4 text-center">
          <p role="alert">{sayError(t, error)}</p>
          <Button onClick={retry}>{t('common.retry')}</Button>
        </div>
      </AuthPage>
    );
  }
  if (!policy) return <div className="grid h-full place-items-center text-ink-3"><Spinner size={28} /></div>;
  return <Doors policy={policy} />;
}

function Doors({ policy }: { policy: Policy }) {
  const { t } = useTranslation();
  const [given] = useState(codes);
  const [isNew, setNew] = useState(policy.isFresh || given.setup !== '' || given.invite !== '');
  const [hasForgotten, setForgotten] = useState(given.forgot);
  useEffect(() => history.replaceState(null, '', isNew ? location.href : '/'), [isNew]);
  const enter = (me: Parameters<typeof app.enter>[0]) => {
    history.replaceState(null, '', '/');
    void app.enter(me);
  };
  const { name } = policy.organization;

  if (hasForgotten) return <ForgotForm session={app.session} onBack={() => setForgotten(false)} />;
  if (!isNew) {
    return (
      <AuthPage title={t('auth.welcome')} text={t('auth.welcomeSub', { name })} footer={<Newcomer policy={policy} onNew={() => setNew(true)} />}>
        <SignInForm session={app.session} onDone={enter} onForgot={() => setForgotten(true)} />
      </AuthPage>
    );
  }
  const back = <Switch text={t('auth.haveAccount')} action={t('auth.signIn')} onClick={() => setNew(false)} />;
  return (
    <AuthPage
      title={t(policy.isFresh ? 'auth.first' : given.invite ? 'auth.invited' : 'auth.join')}
      text={policy.isFresh ? t('auth.firstSub') : t('auth.joinSub', { name })}
      footer={!policy.isFresh && back}
    >
      <SignUpForm session={app.session} policy={policy} codes={given} onDone={enter} />
    </AuthPage>
  );
}

function Newcomer({ policy, onNew }: { policy: Policy; onNew: () => void }) {
  const { t } = useTranslation();
  if (policy.signUp === 'CLOSED') return <p className="text-sm">{t('auth.closed')}</p>;
  return (
    <>
      <Switch text={t('auth.noAccount')} action={t('auth.signUp')} onClick={onNew} />
      {policy.signUp === 'INVITE' && <p className="text-sm">{t('auth.byInvite')}</p>}
    </>
  );
}

const Switch = ({ text, action, onClick }: { text: string; action: string; onClick: () => void }) => (
  <p>
    {text}
    <Button look="text" className="px-3" onClick={onClick}>{action}</Button>
  </p>
);
