import type { Hosted, Operator } from '@stogram/client/shared/api/operator';
import type { Me } from '@stogram/client/shared/api/types';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Confirmed } from '../ui/Confirmed';
import { Card } from '../ui/Page';
import { OperatorForm } from './OperatorForm';

export function Operators({ me, organizations }: { me: Me; organizations: Hosted[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState<Operator[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isAdding, setAdding] = useState(false);
  const look = useCallback(() => session.api.operators().then(setAll, setError), []);
  useEffect(() => void look(), [look]);
  const isOne = organizations.length < 2;
  const revoke = async (one: Operator) => {
    await session.api.revokeOperator(one.id);
    if (one.id === me.id) location.reload();
    else await look();
  };
  return (
    <Card className="mt-6">
      <div className="flex flex-wrap items-center gap-3 p-4 pane:px-6">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-semibold">{t('operators.title')}</h2>
          <p className="text-sm text-pretty text-ink-2">{t('operators.sub')}</p>
        </div>
        {!isAdding && <Button look="quiet" className="px-4 text-sm" onClick={() => setAdding(true)}>{t('operators.add')}</Button>}
      </div>
      {isAdding && <OperatorForm organizations={organizations} onDone={() => { setAdding(false); void look(); }} onCancel={() => setAdding(false)} />}
      {error !== null && <p role="alert" className="px-4 pb-4 text-sm text-bad pane:px-6">{sayError(t, error)}</p>}
      <ul aria-label={t('operators.title')}>
        {all?.map(one => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 pane:px-6">
            <div className="min-w-0 flex-1 basis-60">
              <p className="truncate font-semibold">
                {one.displayName}{one.isMe && <span className="ml-1.5 text-sm font-normal text-ink-2">{t('operators.you')}</span>}
              </p>
              <p className="truncate text-sm text-ink-2">{isOne ? `@${one.username}` : t('operators.of', { username: one.username, organization: one.organization.name })}</p>
            </div>
            {all.length === 1 ? <p className="text-sm text-ink-2">{t('operators.last')}</p> : (
              <Confirmed title={t('operators.removeSure', { name: one.displayName })} text={t('operators.removeWarn')} action={t('operators.remove')} work={() => revoke(one)}>
                {ask => <Button look="quiet" className="px-4 text-sm" onClick={ask}>{t('operators.remove')}</Button>}
              </Confirmed>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
