import { useTranslation } from 'react-i18next';
import { Button } from '../shared/ui/Button';
import { Spinner } from '../shared/ui/Spinner';
import type { Paging } from './usePaging';

/** The same height in every state, so that nothing moves when loading starts or ends. */
export function PageEdge({ paging, isAbove = false }: { paging: Paging; isAbove?: boolean }) {
  const { t } = useTranslation();
  if (paging.status === 'done') return null;
  return (
    <div className="grid h-12 shrink-0 place-items-center text-sm text-ink-2">
      {paging.status === 'loading' && <span role="status" aria-label={t(isAbove ? 'messages.older' : 'messages.newer')}><Spinner /></span>}
      {paging.status === 'failed' && (
        <span>
          {t(isAbove ? 'messages.olderFailed' : 'messages.newerFailed')}
          <Button look="text" className="px-2" onClick={paging.retry}>{t('common.retry')}</Button>
        </span>
      )}
    </div>
  );
}
