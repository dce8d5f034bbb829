import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../shared/api/types';
import { app } from '../../shared/app';
import { makePasskey } from '../../shared/auth/passkeys';
import { deviceName } from '../../shared/text/deviceName';
import { Field } from '../../shared/ui/Field';
import { PasswordStep } from '../twoStep/PasswordStep';

export interface AddPasskeyProps {
  me: Me;
  onDone: () => void;
  onCancel?: () => void;
}

/** A name and the password; then the device asks for the rest by itself. */
export function AddPasskey({ me, onDone, onCancel }: AddPasskeyProps) {
  const { t } = useTranslation();
  const device = deviceName(navigator.userAgent, t);
  const [name, setName] = useState(device);
  const add = async (password: string) => {
    const { challengeId, options } = await app.session.api.askNewPasskey(password);
    await app.session.api.addPasskey({ challengeId, credential: await makePasskey(options), name: name.trim() || device });
    onDone();
  };
  return (
    <section aria-label={t('passkeys.add')} className="grid gap-4">
      <Field label={t('passkeys.name')} hint={t('passkeys.nameHint')} value={name} onChange={setName} maxLength={64} />
      <PasswordStep me={me} action={t('passkeys.make')} onPassword={add} onCancel={onCancel} />
    </section>
  );
}
