import type { Me } from '@stogram/client/shared/api/types';
import { Preferences } from '@stogram/client/shared/ui/Preferences.tsx';
import { ArrowLeft, LogOut, Palette, Puzzle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PluginsPage } from '../plugins/PluginsPage';
import { session } from './session';

const row = 'flex min-h-11 items-center gap-3 rounded-sm px-3 font-medium transition-colors duration-(--quick)';

export function Shell({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-full flex-col pane:flex-row">
      <aside className="flex shrink-0 flex-wrap items-center border-line bg-surface p-3 pane:flex-col pane:flex-nowrap pane:items-stretch pt-[max(var(--s3),env(safe-area-inset-top))] max-pane:border-b pane:sticky pane:top-0 pane:h-dvh pane:w-58 pane:border-r">
        <header className="flex min-w-0 flex-1 items-center gap-2 px-2 py-1 pane:flex-none pane:pb-4">
          <img src="/icon.svg" alt="" width={26} height={26} />
          <span className="truncate font-semibold">{me.organization.name}</span>
        </header>
        <nav aria-label={t('admin.nav')} className="max-pane:order-last max-pane:mt-2 max-pane:w-full">
          <a href="/admin/" aria-current="page" className={`${row} bg-accent-soft text-accent-text`}>
            <Puzzle aria-hidden size={19} strokeWidth={1.8} />{t('admin.plugins')}
          </a>
        </nav>
        <span className="hidden flex-1 pane:block" />
        <details className="max-pane:order-last max-pane:w-full">
          <summary className={`${row} cursor-pointer list-none text-ink-2 hover:bg-hover`}>
            <Palette aria-hidden size={19} strokeWidth={1.8} />{t('settings.appearance')}
          </summary>
          <div className="px-1 py-3"><Preferences /></div>
        </details>
        <div className="flex pane:flex-col">
          <a href="/" className={`${row} text-ink-2 hover:bg-hover`}><ArrowLeft aria-hidden size={19} strokeWidth={1.8} /><span className="max-pane:sr-only">{t('admin.toChats')}</span></a>
          <button type="button" className={`${row} text-ink-2 hover:bg-hover`} onClick={() => void session.signOut()}>
            <LogOut aria-hidden size={19} strokeWidth={1.8} /><span className="max-pane:sr-only">{t('auth.signOut')}</span>
          </button>
        </div>
      </aside>
      <main className="min-w-0 flex-1 p-4 pane:px-8 pane:py-6">
        <PluginsPage />
      </main>
    </div>
  );
}
