import type { SettingRules } from '../api/plugins';
import { Field } from '../ui/Field';
import { TextArea } from '../ui/TextArea';
import { ColorField } from './ColorField';
import { DurationField } from './DurationField';
import { PickField } from './pick/PickField';
import { SecretField } from './SecretField';

export interface TextFieldProps {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

const long = 200;

/** Everything that is written rather than chosen. */
export function TextSetting({ rules, ...field }: TextFieldProps & { rules: SettingRules }) {
  const picker = rules['x-stogram']?.picker;
  if (picker) return <PickField picker={picker} {...field} />;
  if (rules.writeOnly) return <SecretField {...field} />;
  if (rules.format === 'color') return <ColorField {...field} />;
  if (rules.format === 'duration') return <DurationField {...field} />;
  if (rules.type === 'string' && !rules.format && (rules.maxLength ?? 0) > long) return <TextArea rows={3} {...field} />;
  return <Field {...kindOf(rules)} {...field} />;
}

function kindOf({ type, format }: SettingRules) {
  if (type === 'integer') return { inputMode: 'numeric' } as const;
  if (type === 'number') return { inputMode: 'decimal' } as const;
  if (format === 'uri') return { type: 'url', inputMode: 'url', spellCheck: false } as const;
  if (format === 'email') return { type: 'email', inputMode: 'email', spellCheck: false } as const;
  return {};
}
