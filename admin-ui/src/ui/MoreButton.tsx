import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { useTranslation } from 'react-i18next';

export function MoreButton({ busy, error, onMore }: { busy: boolean; error: unknown; onMore: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="grid justify-items-center gap-2 py-4">
      {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      <Button look="quiet" busy={busy} onClick={onMore}>{t('common.more')}</Button>
    </div>
  );
}
