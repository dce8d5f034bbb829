import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field';
import { StrengthMeter } from './StrengthMeter';

export interface NewPasswordProps {
  value: string;
  minLength: number;
  known: readonly string[];
  error: string | undefined;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}

export function NewPassword({ value, minLength, known, error, onChange, autoFocus }: NewPasswordProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t('auth.newPassword')}
        type="password"
        value={value}
        hint={t('auth.passwordHint', { count: minLength })}
        error={error}
        onChange={onChange}
        autoComplete="new-password"
        autoFocus={autoFocus}
      />
      <StrengthMeter password={value} known={known} />
    </>
  );
}
