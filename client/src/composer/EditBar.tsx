import { Pencil, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Editing } from '../shared/sync/draft';
import { IconButton } from '../shared/ui/IconButton';

export function EditBar({ editing, error, onCancel }: { editing: Editing; error: string | null; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="fade-in flex items-center gap-2 pb-1">
      <div className="flex min-w-0 flex-1 items-center gap-2 rounded-tail border-l-3 border-accent bg-accent/10 px-2 py-1 text-sm">
        <Pencil aria-hidden size={16} strokeWidth={1.8} className="mx-1 shrink-0 text-accent-text" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold text-accent-text">{t('compose.editing')}</p>
          {error ? <p role="alert" className="text-bad">{error}</p> : <p className="truncate text-ink-2">{editing.content}</p>}
        </div>
      </div>
      <IconButton icon={X} label={t('compose.cancelEdit')} onClick={onCancel} />
    </div>
  );
}
