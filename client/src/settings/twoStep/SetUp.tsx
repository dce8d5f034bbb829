import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwoFactorSetup } from '../../shared/api/account';
import { app } from '../../shared/app';
import type { Me } from '../../shared/api/types';
import { PasswordStep } from './PasswordStep';
import { ProveCode } from './ProveCode';
import { RecoveryCodes } from './RecoveryCodes';

/** Password, then the secret and a code of it, then the recovery codes: on only once a code was proved. */
export function SetUp({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useTranslation();
  const [setup, setSetup] = useState<TwoFactorSetup | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} username={me.username} onDone={onDone} />;
  if (setup) return <ProveCode setup={setup} onProved={setCodes} />;
  return (
    <div className="grid gap-4">
      <h2 className="font-semibold">{t('twoStep.start')}</h2>
      <PasswordStep me={me} action={t('twoStep.continue')} onPassword={async password => setSetup(await app.session.api.setUpTwoFactor(password))} />
    </div>
  );
}
