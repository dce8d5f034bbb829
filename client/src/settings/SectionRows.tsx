import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inApp } from '../app/navigation';
import { usePieces } from '../plugins/registry';
import { titled } from '../plugins/titled';
import type { Me } from '../shared/api/types';
import { sections } from './sections';
import { addedPath } from './useSection';

/** The ways into one's own account, below the settings. */
export function SectionRows({ me }: { me: Me }) {
  const { t } = useTranslation();
  const added = usePieces('settings.section@1').map(piece => ({ path: addedPath(piece), isGrave: false, ...titled(piece) }));
  const own = sections.map(({ path, icon, title, isGrave = false }) => ({ path, icon, title: t(title), isGrave }));
  const last = own.findIndex(section => section.isGrave);
  return (
    <nav aria-label={t('settings.account')} className="-mx-3 grid">
      {own.toSpliced(last, 0, ...added).map(({ path, icon: Icon, title, isGrave }) => (
        <Link
          key={path}
          href={`/settings/${path}`}
          state={inApp}
          className={`flex min-h-12 items-center gap-3 rounded-md px-3 font-medium transition-colors duration-(--quick) hover:bg-hover ${isGrave ? 'text-bad' : ''}`}
        >
          <Icon aria-hidden size={20} strokeWidth={1.8} className="shrink-0" />
          <span className="min-w-0 flex-1 truncate">{title}</span>
          {path === 'two-step' && <span className="text-sm font-normal text-ink-2">{t(me.twoFactorEnabled ? 'settings.twoStepOn' : 'settings.twoStepOff')}</span>}
          <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-3" />
        </Link>
      ))}
    </nav>
  );
}
