import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PageEntry } from './pages';
import { row } from './row';

/** On a phone the row moves sideways; the page one is on is brought into sight. */
export function Navigation({ page, pages }: { page: PageEntry; pages: readonly PageEntry[] }) {
  const { t } = useTranslation();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (here) list.current!.scrollLeft = here.offsetLeft - list.current!.clientWidth / 2 + here.clientWidth / 2;
  }, [page]);
  return (
    <nav ref={list} aria-label={t('admin.nav')} className="relative flex w-full gap-0.5 overflow-x-auto max-pane:-mx-3 max-pane:w-[calc(100%+2*var(--s3))] max-pane:px-3 max-pane:[scrollbar-width:none] pane:flex-col">
      {pages.map(entry => {
        const { path, icon: Icon, title } = entry;
        const isOn = entry === page;
        return (
          <Link key={path} href={path} aria-current={isOn ? 'page' : undefined} className={`${row} shrink-0 ${isOn ? 'bg-accent-soft text-accent-text' : 'text-ink-2 hover:bg-hover'}`}>
            <Icon aria-hidden size={19} strokeWidth={1.8} />{t(title)}
          </Link>
        );
      })}
    </nav>
  );
}
