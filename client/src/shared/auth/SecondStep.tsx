import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';

export interface SecondStepProps {
  error: string | undefined;
  busy: boolean;
  onCode: (code: string) => void;
  onBack: () => void;
}

export function SecondStep({ error, busy, onCode, onBack }: SecondStepProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (code.trim()) onCode(code.trim());
  };
  return (
    <form noValidate className="grid gap-4" onSubmit={event => { event.preventDefault(); submit(); }}>
      <div>
        <h2 className="font-semibold">{t('auth.second')}</h2>
        <p className="text-ink-2">{t('auth.secondSub')}</p>
      </div>
      <Field
        label={t('auth.code')}
        hint={t('auth.codeHint')}
        error={tried && !code.trim() ? t('field.required') : error}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={16}
        autoFocus
      />
      <Button type="submit" busy={busy}>{t('auth.codeGo')}</Button>
      <Button look="text" className="-mt-1 -mb-3" onClick={onBack}>{t('auth.backToSignIn')}</Button>
    </form>
  );
}
