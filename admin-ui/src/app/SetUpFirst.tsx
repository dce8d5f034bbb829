import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { ShieldEllipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** The organization requires a second factor and this administrator has none. */
export function SetUpFirst() {
  const { t } = useTranslation();
  return (
    <main className="flex h-full">
      <Empty icon={ShieldEllipsis} title={t('admin.setUpFirst')} text={t('admin.setUpFirstSub')}>
        <a href="/" className="inline-flex min-h-11 items-center justify-center rounded-full bg-accent px-5 font-semibold text-on-accent">{t('admin.setUpGo')}</a>
      </Empty>
    </main>
  );
}
