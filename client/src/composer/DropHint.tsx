import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export function DropHint() {
  const { t } = useTranslation();
  return (
    <div aria-hidden className="fade-in pointer-events-none absolute inset-3 z-10 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-surface/90 text-accent-text">
      <p className="grid justify-items-center gap-2 text-lg font-semibold"><FileUp size={34} strokeWidth={1.6} />{t('files.drop')}</p>
    </div>
  );
}
