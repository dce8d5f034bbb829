import { useRegisterSW } from 'virtual:pwa-register/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/ui/Button';

/** Asks instead of reloading by itself: somebody may be in the middle of a sentence. */
export function UpdateBar() {
  const { t } = useTranslation();
  const { needRefresh: [isReady], updateServiceWorker } = useRegisterSW();
  if (!isReady) return null;
  return (
    <div role="status" className="fade-in fixed inset-x-0 bottom-4 mx-auto flex w-fit items-center gap-2 rounded-full bg-raised py-1 pr-1 pl-5 shadow-float">
      {t('app.update')}
      <Button look="text" onClick={() => void updateServiceWorker(true)}>{t('app.reload')}</Button>
    </div>
  );
}
