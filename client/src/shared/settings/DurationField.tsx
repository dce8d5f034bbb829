import { Field } from '../ui/Field';
import { Select } from '../ui/Select';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDuration, type Unit, units, writeDuration } from './duration';
import type { TextFieldProps } from './TextSetting';

/** A number and its unit. What cannot be said so is edited as it is stored. */
export function DurationField({ label, hint, error, value, onChange }: TextFieldProps) {
  const { t } = useTranslation();
  const [known] = useState(() => readDuration(value));
  const [unit, setUnit] = useState<Unit>(known?.unit ?? 'M');
  const [amount, setAmount] = useState(known ? String(known.amount) : '');
  if (value !== '' && !known && amount === '') return <Field label={label} hint={hint} error={error} value={value} onChange={onChange} />;
  const write = (next: string, of: Unit) => {
    setAmount(next);
    setUnit(of);
    onChange(next.trim() === '' ? '' : writeDuration(next.trim(), of));
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-2 *:min-w-0 *:grid-cols-1">
      <Field label={label} hint={hint} error={error} inputMode="numeric" value={amount} onChange={next => write(next, unit)} />
      <div className="mt-6 [&>div>div]:h-11.5">
        <Select bare label={t('form.unit', { label })} value={unit} options={units.map(value => ({ value, label: t(`form.${value}`) }))} onChange={next => write(amount, next)} />
      </div>
    </div>
  );
}
