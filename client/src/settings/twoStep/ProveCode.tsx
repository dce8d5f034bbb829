import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwoFactorSetup } from '../../shared/api/account';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { sayFields } from '../../shared/i18n/sayFields';
import { Button } from '../../shared/ui/Button';
import { Field } from '../../shared/ui/Field';
import { useTask } from '../../shared/useTask';
import { QrCode } from './QrCode';

export function ProveCode({ setup, onProved }: { setup: TwoFactorSetup; onProved: (recoveryCodes: string[]) => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, error } = useTask();
  const fields = sayFields(t, error);
  const submit = () => {
    setTried(true);
    if (code.trim()) void run(() => app.session.api.confirmTwoFactor(code.trim()), answer => onProved(answer.recoveryCodes));
  };
  return (
    <form noValidate className="grid gap-5" onSubmit={event => { event.preventDefault(); submit(); }}>
      <div>
        <h2 className="font-semibold">{t('twoStep.scan')}</h2>
        <p className="text-sm text-pretty text-ink-2">{t('twoStep.scanSub')}</p>
      </div>
      <div className="justify-self-center"><QrCode text={setup.uri} label={t('twoStep.qr')} /></div>
      <div>
        <p className="text-sm font-medium">{t('twoStep.type')}</p>
        <code aria-label={t('twoStep.type')} className="block font-mono text-sm wrap-anywhere select-all">{setup.secret.match(/.{1,4}/gu)?.join(' ')}</code>
      </div>
      <Field
        label={t('twoStep.prove')}
        value={code}
        error={tried && !code.trim() ? t('field.required') : fields.code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
      />
      {error !== null && !fields.code && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <Button type="submit" busy={busy}>{t('twoStep.turnOn')}</Button>
    </form>
  );
}
