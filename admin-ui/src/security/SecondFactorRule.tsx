import type { Me } from '@stogram/client/shared/api/types';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Switch } from '@stogram/client/shared/ui/Switch.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useTranslation } from 'react-i18next';
import { Confirmed } from '../ui/Confirmed';
import { Card } from '../ui/Page';
import type { RuleProps } from './SignUpRule';

export function SecondFactorRule({ me, rules, onChange }: RuleProps & { me: Me }) {
  const { t } = useTranslation();
  const { run, busy, error } = useTask();
  const warning = (
    <>
      <p>{t('security.secondWarn')}</p>
      {!me.twoFactorEnabled && <p className="mt-2 font-medium text-ink">{t('security.secondSelf')}</p>}
    </>
  );
  return (
    <Card className="p-4 pane:p-6">
      <Confirmed title={t('security.secondSure')} text={warning} action={t('security.require')} work={() => onChange({ twoFactorRequired: true })}>
        {ask => (
          <div className="flex items-center gap-4">
            <div className="min-w-0 flex-1">
              <h2 className="font-semibold">{t('security.second')}</h2>
              <p className="text-sm text-pretty text-ink-2">{t('security.secondSub')}</p>
            </div>
            <Switch
              label={t('security.second')}
              isOn={rules.twoFactorRequired}
              isBusy={busy}
              onChange={on => (on ? ask() : void run(() => onChange({ twoFactorRequired: false })))}
            />
          </div>
        )}
      </Confirmed>
      {error !== null && <p role="alert" className="mt-2 text-sm text-bad">{sayError(t, error)}</p>}
    </Card>
  );
}
