import { Bookmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** First among those one can write to: oneself. */
export function SavedRow({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-14 w-full items-center gap-3 rounded-md px-2 text-left font-semibold text-accent-text -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft"><Bookmark aria-hidden size={20} strokeWidth={1.8} /></span>
      {t('saved.title')}
    </button>
  );
}
