import { Field } from '../ui/Field';
import { useTranslation } from 'react-i18next';
import type { TextFieldProps } from './TextSetting';

export function ColorField({ label, hint, error, value, onChange }: TextFieldProps) {
  const { t } = useTranslation();
  const shown = /^#[0-9a-f]{6}$/i.test(value) ? value : '#000000';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_3.5rem] gap-2 *:min-w-0 *:grid-cols-1">
      <Field label={label} hint={hint} error={error} value={value} placeholder="#3366ff" spellCheck={false} onChange={onChange} />
      <input
        type="color"
        aria-label={t('form.colorPick', { label })}
        value={shown}
        onChange={event => onChange(event.target.value)}
        className="mt-6 h-11.5 w-full cursor-pointer rounded-md border border-line bg-raised p-1"
      />
    </div>
  );
}
