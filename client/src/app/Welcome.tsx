import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import type { Policy } from '../shared/api/types';
import { AuthPage } from '../shared/auth/AuthPage';
import { Door, type KnownPolicy } from '../shared/auth/Door';
import { ForgotForm } from '../shared/auth/ForgotForm';
import { SignInForm } from '../shared/auth/SignInForm';
import { SignUpForm } from '../shared/auth/SignUpForm';
import { Button } from '../shared/ui/Button';

const codes = () => {
  const query = new URLSearchParams(location.search);
  return { setup: query.get('setup') ?? '', invite: query.get('invite') ?? '', forgot: query.has('forgot') };
};

export const Welcome = () => (
  <Door session={app.session}>{(policy, leave) => <Doors policy={policy} onLeave={leave} />}</Door>
);

function Doors({ policy, onLeave }: { policy: KnownPolicy; onLeave: (() => void) | null }) {
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
      <AuthPage title={t('auth.welcome')} text={t('auth.welcomeSub', { name })} footer={<Newcomer policy={policy} onNew={() => setNew(true)} onLeave={onLeave} />}>
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

function Newcomer({ policy, onNew, onLeave }: { policy: Policy; onNew: () => void; onLeave: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <>
      {policy.signUp === 'CLOSED' ? <p className="text-sm">{t('auth.closed')}</p> : <Switch text={t('auth.noAccount')} action={t('auth.signUp')} onClick={onNew} />}
      {policy.signUp === 'INVITE' && <p className="text-sm">{t('auth.byInvite')}</p>}
      {onLeave && <Button look="text" className="mt-1" onClick={onLeave}>{t('organization.other')}</Button>}
    </>
  );
}

const Switch = ({ text, action, onClick }: { text: string; action: string; onClick: () => void }) => (
  <p>
    {text}
    <Button look="text" className="px-3" onClick={onClick}>{action}</Button>
  </p>
);
