import type { SettingRules } from '../api/plugins';
import { CheckRow } from '../ui/CheckRow';
import { Select } from '../ui/Select';
import { Switch } from '../ui/Switch';
import { TextArea } from '../ui/TextArea';
import { useTranslation } from 'react-i18next';
import type { Draft, SettingField } from './fields';
import { TextSetting } from './TextSetting';

export interface SettingProps {
  field: SettingField;
  draft: Draft;
  error: string | undefined;
  onChange: (draft: Draft) => void;
}

export function Setting({ field: { label, help, rules }, draft, error, onChange }: SettingProps) {
  const { t } = useTranslation();
  if (typeof draft === 'boolean') {
    return (
      <Chosen help={help} error={error}>
        <div className="flex items-center justify-between gap-4">
          <span aria-hidden className="text-sm font-medium">{label}</span>
          <Switch label={label} isOn={draft} isBusy={false} onChange={onChange} />
        </div>
      </Chosen>
    );
  }
  if (typeof draft !== 'string') {
    const toggle = (choice: unknown, on: boolean) => onChange(rules.items!.enum!.filter(other => (other === choice ? on : draft.includes(other))));
    return (
      <Chosen help={help} error={error}>
        <fieldset>
          <legend className="text-sm font-medium">{label}</legend>
          {rules.items!.enum!.map(choice => (
            <CheckRow key={String(choice)} label={labelOf(rules, choice)} isOn={draft.includes(choice)} onChange={on => toggle(choice, on)} />
          ))}
        </fieldset>
      </Chosen>
    );
  }
  if (rules.enum) {
    const none = rules.default === undefined ? [{ value: '', label: t('form.none') }] : [];
    const options = [...none, ...rules.enum.map(choice => ({ value: String(choice), label: labelOf(rules, choice) }))];
    return <Chosen help={help} error={error}><Select label={label} value={draft} options={options} onChange={onChange} /></Chosen>;
  }
  if (rules.type === 'array') {
    return <TextArea label={label} hint={[help, t('form.lines')].filter(Boolean).join(' ')} error={error} rows={3} value={draft} onChange={onChange} />;
  }
  return <TextSetting rules={rules} label={label} hint={help} error={error} value={draft} onChange={onChange} />;
}

const labelOf = (rules: SettingRules, choice: unknown) => rules['x-stogram']?.labels?.[String(choice)] ?? String(choice);

function Chosen({ help, error, children }: { help: string | undefined; error: string | undefined; children: React.ReactNode }) {
  return (
    <div className="grid gap-1">
      {children}
      {(error || help) && <p role={error ? 'alert' : undefined} className={`text-sm text-pretty ${error ? 'text-bad' : 'text-ink-2'}`}>{error ?? help}</p>}
    </div>
  );
}
