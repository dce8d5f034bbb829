import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/ui/Field';
import { fromField, toField } from './localTime';

export interface WhenFieldProps {
  value: string;
  isPast: boolean;
  onChange: (at: Date | null) => void;
}

/** The browser's own picker of a day and a time. */
export function WhenField({ value, isPast, onChange }: WhenFieldProps) {
  const { t } = useTranslation();
  return (
    <Field
      type="datetime-local"
      label={t('send.at')}
      value={value}
      min={toField(new Date())}
      error={isPast ? t('send.past') : undefined}
      onChange={text => onChange(fromField(text))}
    />
  );
}
