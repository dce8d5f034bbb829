import type { Rules, RulesChange } from '@stogram/client/shared/api/administration';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { useTask } from '@stogram/client/shared/useTask';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Page';

export interface RuleProps {
  rules: Rules;
  onChange: (change: RulesChange) => Promise<void>;
}

const policies = ['OPEN', 'INVITE', 'CLOSED'] as const;

export function SignUpRule({ rules, onChange }: RuleProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useTask();
  return (
    <Card className="p-4 pane:p-6">
      <fieldset disabled={busy} className="grid gap-1">
        <legend className="mb-2 font-semibold">{t('security.signUp')}</legend>
        {policies.map(policy => (
          <label key={policy} className="flex min-h-11 cursor-pointer items-start gap-3 rounded-md px-2 py-2 transition-colors duration-(--quick) hover:bg-hover">
            <input type="radio" name="sign-up" className="mt-0.5 size-4.5 shrink-0 accent-accent" checked={rules.signUp === policy} onChange={() => void run(() => onChange({ signUp: policy }))} />
            <span>
              <span className="block font-medium">{t(`security.${policy}`)}</span>
              <span className="block text-sm text-ink-2">{t(`security.${policy}Sub`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {error !== null && <p role="alert" className="mt-2 text-sm text-bad">{sayError(t, error)}</p>}
    </Card>
  );
}
