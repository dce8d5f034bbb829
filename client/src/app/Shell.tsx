import { MessagesSquare } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatList } from '../chats/ChatList';
import { JoinPage } from '../chats/joining/JoinPage';
import { NewChat } from '../chats/NewChat';
import { SearchColumn } from '../chats/search/SearchColumn';
import { useSearchKey } from '../chats/search/useSearchKey';
import { Conversation } from '../messages/Conversation';
import { useAppPlace } from '../plugins/place';
import { PluginPage } from '../plugins/PluginPage';
import { Slot } from '../plugins/Slot';
import { Settings } from '../settings/Settings';
import { useStore } from '../shared/sync/store';
import { Empty } from '../shared/ui/Empty';
import { LinkBar } from './LinkBar';
import { LiveRegion } from './LiveRegion';
import { NoticeBar } from './NoticeBar';
import { placeOf, useNavigation } from './navigation';
import { PlainBar } from './PlainBar';
import { Rail } from './Rail';
import { useTitle } from './useUnread';

export function Shell() {
  const { t } = useTranslation();
  const { path } = useNavigation();
  useTitle();
  useSearchKey();
  const place = placeOf(path);
  const appPlace = useAppPlace(place.chatId);
  const isBlank = useStore(state => Object.keys(state.synced.chats).length === 0);
  const last = useRef<string | null>(null);
  if (place.chatId) last.current = place.chatId;
  // On a wide screen the conversation stays open beside settings and new chat; the bare list closes it.
  const beside = place.left === 'chats' || place.chatId ? place.chatId : last.current;
  if (path === '/') last.current = null;
  // What a phone shows: one of the two.
  const isLeftAlone = !place.chatId && !place.page;
  // A chat that was opened from the archive leaves the archive where it is.
  const fromArchive = useRef(false);
  if (!place.chatId) fromArchive.current = place.left === 'archive';

  return (
    <div className="flex h-dvh flex-col">
      <a href="#conversation" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-full focus:bg-raised focus:px-4 focus:py-2 focus:shadow-float">
        {t('app.skip')}
      </a>
      <PlainBar />
      <LinkBar />
      <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] pane:grid-cols-[var(--rail)_min(var(--list),38vw)_minmax(0,1fr)]">
        <Rail place={place} />
        <main className="contents">
          <div className={`min-w-0 flex-col border-line bg-surface pane:flex pane:border-r ${isLeftAlone ? 'flex' : 'hidden'}`}>
            {(place.left === 'chats' || place.left === 'archive') && (
              <ChatList key={String(fromArchive.current)} openId={place.chatId} isArchive={fromArchive.current} />
            )}
            {place.left === 'search' && <SearchColumn chatId={place.chatId} />}
            {place.left === 'new' && <NewChat />}
            {place.left === 'settings' && <Settings />}
            {place.code !== undefined && <JoinPage key={place.code} code={place.code} />}
          </div>
          <div id="conversation" tabIndex={-1} className={`min-h-0 min-w-0 bg-canvas outline-none pane:grid ${isLeftAlone ? 'hidden' : 'grid'}`}>
            {place.page ? <PluginPage key={place.page.plugin} {...place.page} /> : beside ? (
              <Conversation key={beside} chatId={beside} place={place} />
            ) : (
              <div className="grid">
                {isBlank ? <Empty icon={MessagesSquare} title="Stogram" text={t('app.tagline')} />
                  : <Empty icon={MessagesSquare} title={t('chats.pick')} text={t('chats.pickSub')} />}
              </div>
            )}
          </div>
        </main>
      </div>
      <Slot name="app.overlay@1" props={appPlace} />
      <NoticeBar />
      <LiveRegion />
    </div>
  );
}
