import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../shared/api/types';
import { passkeyObstacle } from '../../shared/auth/passkeys';
import { sayError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { Spinner } from '../../shared/ui/Spinner';
import { AddPasskey } from './AddPasskey';
import { PasskeyLine } from './PasskeyLine';
import { usePasskeys } from './usePasskeys';

export function Passkeys({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { passkeys, error, look } = usePasskeys();
  const [adds, setAdds] = useState(false);
  const obstacle = passkeyObstacle();
  if (!passkeys) {
    return error === null ? <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div> : (
      <div className="grid gap-4 py-6 text-center">
        <p role="alert">{sayError(t, error)}</p>
        <Button look="quiet" onClick={() => void look()}>{t('common.retry')}</Button>
      </div>
    );
  }
  const added = () => {
    setAdds(false);
    void look();
  };
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="text-pretty text-ink-2">{t('passkeys.sub')}</p>
      {passkeys.length === 0 && !adds && <p className="font-medium">{t('passkeys.none')}</p>}
      <ul aria-label={t('settings.passkeys')} className="grid grid-cols-1 gap-1">
        {passkeys.map(passkey => <PasskeyLine key={passkey.id} passkey={passkey} me={me} onChange={() => void look()} />)}
      </ul>
      {obstacle !== null && <p className="rounded-md bg-sunken p-3 text-sm text-pretty text-ink-2">{t(`passkeys.obstacle.${obstacle}`)}</p>}
      {obstacle === null && (adds
        ? <AddPasskey me={me} onDone={added} onCancel={() => setAdds(false)} />
        : <Button onClick={() => setAdds(true)}>{t('passkeys.add')}</Button>)}
    </div>
  );
}
