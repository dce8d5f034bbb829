import { Fingerprint } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/error';
import type { Me } from '../api/types';
import { sayError } from '../i18n/sayError';
import { Button } from '../ui/Button';
import { useTask } from '../useTask';
import { passkeyObstacle } from './passkeys';
import type { Session } from './session';

/** The way in without a password, or why there is none on this page. */
export function PasskeySignIn({ session, onDone }: { session: Session; onDone: (me: Me) => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useTask();
  const obstacle = passkeyObstacle();
  if (obstacle) return <p className="text-center text-sm text-pretty text-ink-2">{t(`passkeys.obstacle.${obstacle}`)}</p>;
  const refusal = error !== null && (codeOf(error) === 'UNAUTHORIZED' ? t('passkeys.wrong') : sayError(t, error));
  return (
    <div className="grid gap-2">
      <Button look="quiet" busy={busy} onClick={() => void run(() => session.signInByPasskey(), onDone)}>
        <Fingerprint aria-hidden size={19} strokeWidth={1.8} />{t('passkeys.signIn')}
      </Button>
      {refusal && <p role="alert" className="text-sm text-bad">{refusal}</p>}
    </div>
  );
}
