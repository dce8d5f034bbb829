import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mask } from './fields';
import type { TextFieldProps } from './TextSetting';

/** Never shown again: it is kept, replaced or removed. */
export function SecretField({ label, hint, error, value, onChange }: TextFieldProps) {
  const { t } = useTranslation();
  const [wasSet] = useState(value === mask);
  const isKept = value === mask;
  const note = isKept ? t('form.secretSet') : wasSet && value === '' ? t('form.secretGone') : undefined;
  return (
    <div className="grid gap-1">
      <Field
        label={label}
        hint={[hint, note].filter(Boolean).join(' ') || undefined}
        error={error}
        type="password"
        autoComplete="new-password"
        placeholder={isKept ? mask : undefined}
        value={isKept ? '' : value}
        onChange={onChange}
      />
      {isKept && <Button look="text" className="justify-self-start px-3 text-sm" onClick={() => onChange('')}>{t('form.secretRemove')}</Button>}
    </div>
  );
}
