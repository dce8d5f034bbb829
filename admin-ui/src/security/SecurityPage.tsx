import type { Rules, RulesChange } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Page } from '../ui/Page';
import { Waiting } from '../ui/Waiting';
import { LinkRule } from './LinkRule';
import { NameRule } from './NameRule';
import { SecondFactorRule } from './SecondFactorRule';
import { SignUpRule } from './SignUpRule';

export function SecurityPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [rules, setRules] = useState<Rules | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(async () => {
    setError(null);
    await session.api.rules().then(setRules, setError);
  }, []);
  useEffect(() => void look(), [look]);
  const change = async (part: RulesChange) => setRules(await session.api.changeRules(part));
  return (
    <Page title={t('admin.security')} text={t('security.sub')}>
      {!rules ? <Waiting error={error} onRetry={() => void look()} /> : (
        <div className="grid max-w-170 gap-4">
          <SignUpRule rules={rules} onChange={change} />
          <SecondFactorRule me={me} rules={rules} onChange={change} />
          <LinkRule rules={rules} onChange={change} />
          <NameRule rules={rules} onChange={change} />
        </div>
      )}
    </Page>
  );
}
