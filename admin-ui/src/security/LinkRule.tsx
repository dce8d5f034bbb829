import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Switch } from '@stogram/client/shared/ui/Switch.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Page';
import type { RuleProps } from './SignUpRule';

export function LinkRule({ rules, onChange }: RuleProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useTask();
  return (
    <Card className="p-4 pane:p-6">
      <div className="flex items-center gap-4">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{t('security.previews')}</h2>
          <p className="text-sm text-pretty text-ink-2">{t('security.previewsSub')}</p>
        </div>
        <Switch label={t('security.previews')} isOn={rules.linkPreviews} isBusy={busy} onChange={on => void run(() => onChange({ linkPreviews: on }))} />
      </div>
      {error !== null && <p role="alert" className="mt-2 text-sm text-bad">{sayError(t, error)}</p>}
    </Card>
  );
}
