import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inApp } from '../../app/navigation';

/** Looks like the field it leads to. */
export function SearchLink() {
  const { t } = useTranslation();
  return (
    <Link href="/search" state={inApp} aria-keyshortcuts="Control+K" className="flex h-10 items-center gap-2 rounded-full bg-sunken pl-3 text-ink-2 transition-colors duration-(--quick) hover:text-ink">
      <Search aria-hidden size={17} strokeWidth={1.8} className="shrink-0" />
      {t('search.title')}
    </Link>
  );
}
