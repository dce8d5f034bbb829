import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passkey } from '../../shared/api/account';
import type { Me } from '../../shared/api/types';
import { app } from '../../shared/app';
import { moment } from '../../shared/time/format';
import { Button } from '../../shared/ui/Button';
import { PasswordStep } from '../twoStep/PasswordStep';
import { RenamePasskey } from './RenamePasskey';

export function PasskeyLine({ passkey, me, onChange }: { passkey: Passkey; me: Me; onChange: () => void }) {
  const { t, i18n } = useTranslation();
  const [step, setStep] = useState<'renaming' | 'removing' | null>(null);
  const back = () => setStep(null);
  const { id, name, lastUsedAt } = passkey;
  const remove = async (password: string) => {
    await app.session.api.removePasskey(id, password);
    onChange();
  };
  const renamed = () => {
    back();
    onChange();
  };
  return (
    <li className="grid grid-cols-1 gap-3 py-1.5">
      <div className="flex items-center gap-3">
        <span className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-text"><Fingerprint aria-hidden size={18} strokeWidth={1.8} /></span>
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium" title={name}>{name}</p>
          <p className="text-sm text-ink-2">
            {lastUsedAt ? t('devices.used', { at: moment(new Date(lastUsedAt), i18n.language) }) : t('passkeys.unused')}
          </p>
        </div>
      </div>
      {step === null && (
        <div className="flex flex-wrap gap-2">
          <Button look="quiet" className="px-4 text-sm" aria-label={t('passkeys.renameOne', { name })} onClick={() => setStep('renaming')}>{t('passkeys.rename')}</Button>
          <Button look="grave" className="px-4 text-sm" aria-label={t('passkeys.removeOne', { name })} onClick={() => setStep('removing')}>{t('passkeys.remove')}</Button>
        </div>
      )}
      {step === 'renaming' && <RenamePasskey passkey={passkey} onDone={renamed} onCancel={back} />}
      {step === 'removing' && (
        <>
          <p className="text-pretty text-ink-2">{t('passkeys.removeWarn')}</p>
          <PasswordStep me={me} action={t('passkeys.remove')} isGrave onPassword={remove} onCancel={back} />
        </>
      )}
    </li>
  );
}
