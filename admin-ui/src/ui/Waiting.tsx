import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { Spinner } from '@stogram/client/shared/ui/Spinner.tsx';
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Blank } from './Page';

/** Where there is nothing to show yet: on its way, or refused. */
export function Waiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Blank>
      {error === null ? <div className="m-auto text-ink-3"><Spinner size={24} /></div> : (
        <Empty icon={CloudOff} title={sayError(t, error)}>
          <Button onClick={onRetry}>{t('common.retry')}</Button>
        </Empty>
      )}
    </Blank>
  );
}
