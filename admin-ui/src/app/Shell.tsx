import type { Me } from '@stogram/client/shared/api/types';
import { PlainHttp } from '@stogram/client/shared/ui/PlainHttp.tsx';
import { Preferences } from '@stogram/client/shared/ui/Preferences.tsx';
import { ArrowLeft, LogOut, Palette } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Navigation } from './Navigation';
import { pagesOf } from './pages';
import { row } from './row';
import { session } from './session';

/** A column of sections on a wide screen; on a phone a row of them under the head, and what is no section below the page. */
export function Shell({ me }: { me: Me }) {
  const { t, i18n } = useTranslation();
  const [path] = useLocation();
  const pages = pagesOf(me);
  const page = pages.find(entry => entry.path === path) ?? pages.find(entry => entry.path === '/') ?? pages[0]!;
  return (
    <div className="flex min-h-full flex-col pane:flex-row">
      <aside className="flex shrink-0 flex-wrap items-center gap-x-1 border-line bg-surface p-3 pt-[max(var(--s3),env(safe-area-inset-top))] max-pane:border-b pane:sticky pane:top-0 pane:h-dvh pane:w-58 pane:flex-col pane:flex-nowrap pane:items-stretch pane:border-r">
        <header className="flex w-full items-center gap-2 pl-2 max-pane:pb-2 pane:pb-4">
          <img src="/icon.svg" alt="" width={26} height={26} />
          <span className="min-w-0 flex-1 truncate py-1 font-semibold">{me.organization.name}</span>
          <a href="/" className={`${row} shrink-0 text-accent-text hover:bg-hover pane:hidden`}>{t('admin.toChats')}</a>
        </header>
        <Navigation page={page} pages={pages} />
        <span className="hidden flex-1 pane:block" />
        <Appearance className="max-pane:hidden" />
        <a href="/" className={`${row} text-ink-2 hover:bg-hover max-pane:hidden`}><ArrowLeft aria-hidden size={19} strokeWidth={1.8} />{t('admin.toChats')}</a>
        <SignOut className="max-pane:hidden" />
      </aside>
      <main className="min-w-0 flex-1 p-4 pane:px-8 pane:py-6">
        <div className="mb-4 max-w-270 empty:hidden"><PlainHttp isAdministrator /></div>
        {/* What the server says in words is asked for anew in another language. */}
        <page.Content key={`${page.path} ${i18n.language}`} me={me} />
      </main>
      <footer className="px-1 pb-[max(var(--s4),env(safe-area-inset-bottom))] pane:hidden"><Appearance /><SignOut /></footer>
    </div>
  );
}

function Appearance({ className = '' }: { className?: string }) {
  const { t } = useTranslation();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <button type="button" aria-expanded={isChoosing} className={`${row} text-ink-2 hover:bg-hover ${className}`} onClick={() => setChoosing(!isChoosing)}>
        <Palette aria-hidden size={19} strokeWidth={1.8} />{t('settings.appearance')}
      </button>
      {isChoosing && <div className={`w-full px-3 py-3 pane:px-1 ${className}`}><Preferences /></div>}
    </>
  );
}

function SignOut({ className = '' }: { className?: string }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={`${row} text-ink-2 hover:bg-hover ${className}`} onClick={() => void session.signOut()}>
      <LogOut aria-hidden size={19} strokeWidth={1.8} />{t('auth.signOut')}
    </button>
  );
}
