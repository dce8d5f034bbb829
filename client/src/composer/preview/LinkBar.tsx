import { Link2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../shared/api/types';
import { IconButton } from '../../shared/ui/IconButton';

/** What people will see of the page that is linked to. */
export function LinkBar({ preview: { site, title, description }, onDecline }: { preview: Preview; onDecline: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="fade-in flex items-center gap-2 pb-1">
      <div className="flex min-w-0 flex-1 items-center gap-2 rounded-tail border-l-3 border-accent bg-accent/10 px-2 py-1 text-sm">
        <Link2 aria-hidden size={16} strokeWidth={1.8} className="mx-1 shrink-0 text-accent-text" />
        <div className="min-w-0 flex-1">
          <p dir="auto" className="truncate font-semibold text-accent-text">{site}</p>
          <p dir="auto" className="truncate text-ink-2">{title ?? description}</p>
        </div>
      </div>
      <IconButton icon={X} label={t('preview.decline')} onClick={onDecline} />
    </div>
  );
}
