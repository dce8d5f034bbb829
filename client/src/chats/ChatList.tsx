import { MessageCircle, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inApp, useNavigation } from '../app/navigation';
import { useAppPlace } from '../plugins/place';
import { useIsFilled } from '../plugins/registry';
import { Slot } from '../plugins/Slot';
import { useStore } from '../shared/sync/store';
import { Avatar } from '../shared/ui/Avatar';
import { Button } from '../shared/ui/Button';
import { Empty } from '../shared/ui/Empty';
import { IconButton } from '../shared/ui/IconButton';
import { PaneHead } from '../shared/ui/PaneHead';
import { SearchField } from '../shared/ui/SearchField';
import { Spinner } from '../shared/ui/Spinner';
import { ArchiveRow } from './ArchiveRow';
import { ChatRows } from './ChatRows';
import { FolderTabs } from './folders/FolderTabs';
import { useShownFolder } from './folders/useShownFolder';
import { SearchLink } from './search/SearchLink';
import { useChatOrder } from './useChatOrder';

export function ChatList({ openId, isArchive }: { openId: string | null; isArchive: boolean }) {
  const { t } = useTranslation();
  const { go, back } = useNavigation();
  const [filter, setFilter] = useState('');
  const hasSynced = useStore(state => state.hasSynced);
  const isFirst = useStore(state => Object.keys(state.synced.chats).length === 0);
  const me = useStore(state => state.me);
  const folder = useShownFolder();
  const shown = isArchive ? 'archive' : (folder ?? 'main');
  const ids = useChatOrder(filter, shown);
  const canSearch = useIsFilled('sidebar.search@1');
  const place = useAppPlace(openId);
  const isBlank = isFirst && filter === '';
  const isAside = shown !== 'main' && ids.length === 0 && filter === '';

  return (
    <>
      {isArchive ? <div className="shrink-0 pt-[env(safe-area-inset-top)]"><PaneHead title={t('archive.title')} onBack={() => back('/')} /></div> : (
        <header className="flex h-15 shrink-0 items-center gap-1 pt-[env(safe-area-inset-top)] pr-2 pl-4">
          <h1 className="flex-1 text-lg font-semibold tracking-tight">{t('chats.title')}</h1>
          <IconButton icon={SquarePen} label={t('new.title')} onClick={() => go('/new')} />
          {me && (
            <Link href="/settings" state={inApp} aria-label={t('settings.title')} className="grid size-11 place-items-center rounded-full pane:hidden">
              <Avatar id={me.id} name={me.displayName} picture={me.avatarUrl} size="xs" />
            </Link>
          )}
        </header>
      )}
      {!isBlank && (
        <div className="px-3 pb-2">
          {canSearch && !isArchive ? <SearchLink /> : <SearchField label={t('chats.filter')} clearLabel={t('chats.clearFilter')} value={filter} onChange={setFilter} />}
        </div>
      )}
      {!isArchive && !isBlank && <FolderTabs />}
      {shown === 'main' && filter === '' && <Slot name="sidebar.section@1" props={place} className="max-h-2/5 mb-1 shrink-0 overflow-y-auto border-b border-line" />}
      {shown === 'main' && filter === '' && <ArchiveRow />}
      {isAside && !isBlank && <p className="p-6 text-center text-ink-2">{t(isArchive ? 'archive.empty' : 'folders.empty')}</p>}
      {ids.length > 0 && <ChatRows ids={ids} openId={openId} />}
      {ids.length === 0 && filter !== '' && <p className="p-6 text-center text-ink-2">{t('chats.noMatch')}</p>}
      {isBlank && !hasSynced && <div className="m-auto text-ink-3"><Spinner size={24} /></div>}
      {isBlank && hasSynced && (
        <Empty icon={MessageCircle} title={t('chats.empty')} text={t('chats.emptySub')}>
          <Button onClick={() => go('/new')}>{t('chats.start')}</Button>
        </Empty>
      )}
      <Slot name="sidebar.footer@1" props={place} className="shrink-0 border-t border-line pb-[env(safe-area-inset-bottom)]" />
    </>
  );
}
