import { MessageCircle, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inApp, useNavigation } from '../app/navigation';
import { useStore } from '../shared/sync/store';
import { Avatar } from '../shared/ui/Avatar';
import { Button } from '../shared/ui/Button';
import { Empty } from '../shared/ui/Empty';
import { IconButton } from '../shared/ui/IconButton';
import { SearchField } from '../shared/ui/SearchField';
import { Spinner } from '../shared/ui/Spinner';
import { ChatRows } from './ChatRows';
import { useChatOrder } from './useChatOrder';

export function ChatList({ openId }: { openId: string | null }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const [filter, setFilter] = useState('');
  const hasSynced = useStore(state => state.hasSynced);
  const me = useStore(state => state.me);
  const ids = useChatOrder(filter);
  const isBlank = ids.length === 0 && filter === '';

  return (
    <>
      <header className="flex h-15 shrink-0 items-center gap-1 pt-[env(safe-area-inset-top)] pr-2 pl-4">
        <h1 className="flex-1 text-lg font-semibold tracking-tight">{t('chats.title')}</h1>
        <IconButton icon={SquarePen} label={t('new.title')} onClick={() => go('/new')} />
        {me && (
          <Link href="/settings" state={inApp} aria-label={t('settings.title')} className="grid size-11 place-items-center rounded-full pane:hidden">
            <Avatar id={me.id} name={me.displayName} picture={me.avatarUrl} size="xs" />
          </Link>
        )}
      </header>
      {!isBlank && (
        <div className="px-3 pb-2">
          <SearchField label={t('chats.filter')} clearLabel={t('chats.clearFilter')} value={filter} onChange={setFilter} />
        </div>
      )}
      {ids.length > 0 && <ChatRows ids={ids} openId={openId} />}
      {ids.length === 0 && filter !== '' && <p className="p-6 text-center text-ink-2">{t('chats.noMatch')}</p>}
      {isBlank && !hasSynced && <div className="m-auto text-ink-3"><Spinner size={24} /></div>}
      {isBlank && hasSynced && (
        <Empty icon={MessageCircle} title={t('chats.empty')} text={t('chats.emptySub')}>
          <Button onClick={() => go('/new')}>{t('chats.start')}</Button>
        </Empty>
      )}
    </>
  );
}
