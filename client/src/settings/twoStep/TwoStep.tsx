import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../../shared/app';
import type { Me } from '../../shared/api/types';
import { Button } from '../../shared/ui/Button';
import { PasswordStep } from './PasswordStep';
import { SetUp } from './SetUp';

type Step = 'looking' | 'setting-up' | 'turning-off';

export function TwoStep({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('looking');
  if (step === 'setting-up') return <SetUp me={me} onDone={() => { void app.refreshMe(); setStep('looking'); }} />;
  const turnOff = async (password: string) => {
    await app.session.api.disableTwoFactor(password);
    await app.refreshMe();
    setStep('looking');
  };
  const Icon = me.twoFactorEnabled ? ShieldCheck : ShieldOff;
  return (
    <div className="grid gap-4">
      <p className={`flex items-center gap-2 font-medium ${me.twoFactorEnabled ? 'text-good-text' : ''}`}>
        <Icon aria-hidden size={20} strokeWidth={1.8} />{t(me.twoFactorEnabled ? 'twoStep.isOn' : 'twoStep.isOff')}
      </p>
      {step === 'turning-off' ? (
        <>
          <div>
            <h2 className="font-semibold">{t('twoStep.offSure')}</h2>
            <p className="text-pretty text-ink-2">{t('twoStep.offWarn')}</p>
          </div>
          <PasswordStep me={me} action={t('twoStep.turnOff')} isGrave onPassword={turnOff} onCancel={() => setStep('looking')} />
        </>
      ) : (
        <>
          <p className="text-pretty text-ink-2">{t('twoStep.sub')}</p>
          {me.twoFactorEnabled
            ? <Button look="grave" onClick={() => setStep('turning-off')}>{t('twoStep.turnOff')}</Button>
            : <Button onClick={() => setStep('setting-up')}>{t('twoStep.setUp')}</Button>}
        </>
      )}
    </div>
  );
}
