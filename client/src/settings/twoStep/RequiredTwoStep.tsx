import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../../shared/app';
import { AuthPage } from '../../shared/auth/AuthPage';
import { passkeyObstacle } from '../../shared/auth/passkeys';
import { useStore } from '../../shared/sync/store';
import { Button } from '../../shared/ui/Button';
import { AddPasskey } from '../passkeys/AddPasskey';
import { SetUp } from './SetUp';

/** All that is shown to whoever the organization lets no further without a second factor. */
export function RequiredTwoStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const me = useStore(state => state.me);
  const [byPasskey, setByPasskey] = useState(false);
  if (!me) return null;
  const done = () => {
    void app.refreshMe();
    onDone();
  };
  return (
    <AuthPage
      title={t('twoStep.required')}
      text={t('twoStep.requiredSub', { name: me.organization.name })}
      footer={<Button look="text" onClick={() => void app.signOut()}>{t('auth.signOut')}</Button>}
    >
      {byPasskey ? <AddPasskey me={me} onDone={done} onCancel={() => setByPasskey(false)} /> : <SetUp me={me} onDone={done} />}
      {!byPasskey && passkeyObstacle() === null && <Button look="text" className="mt-2" onClick={() => setByPasskey(true)}>{t('passkeys.orPasskey')}</Button>}
    </AuthPage>
  );
}
