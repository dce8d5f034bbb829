import { MessageCircleOff } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import { InfoPanel } from '../chats/InfoPanel';
import { BlockedBar } from '../composer/BlockedBar';
import { DropHint } from '../composer/DropHint';
import { useDrop } from '../composer/useDrop';
import { WritePlace } from '../composer/WritePlace';
import { placeIn } from '../plugins/place';
import { Slot } from '../plugins/Slot';
import { partnerOf } from '../shared/chatNames';
import { useIsBlocked } from '../shared/privacy';
import { canPost, may } from '../shared/rights';
import { useStore } from '../shared/sync/store';
import { Button } from '../shared/ui/Button';
import { Empty } from '../shared/ui/Empty';
import { Spinner } from '../shared/ui/Spinner';
import { ChooseBar } from './choose/ChooseBar';
import { stopChoosing, useIsChoosing } from './choose/chosen';
import { ConversationHead } from './ConversationHead';
import { DeleteMessage } from './DeleteMessage';
import { ForwardDialog } from './forward/ForwardDialog';
import { MoreAbout } from './more/MoreAbout';
import { PinnedBar } from './pins/PinnedBar';
import { ReportDialog } from './ReportDialog';
import { useViewing } from './media/viewing';
import { SeenBy } from './SeenBy';
import { ThreadPane } from './thread/ThreadPane';
import { Timeline } from './Timeline';

const Viewer = lazy(() => import('./media/Viewer').then(({ Viewer: Content }) => ({ default: Content })));

export interface ConversationProps {
  chatId: string;
  info: boolean;
  thread: number | null;
}

export function Conversation({ chatId, info, thread }: ConversationProps) {
  const { t } = useTranslation();
  const { go, back } = useNavigation();
  const state = useStore(store => store.synced.chats[chatId]);
  const viewing = useViewing(store => store.file);
  const drop = useDrop(chatId);
  const hasSynced = useStore(store => store.hasSynced);
  const isChoosing = useIsChoosing(chatId);
  const meId = useStore(store => store.synced.meId);
  const partner = state?.chat.type === 'PRIVATE' ? partnerOf(state, meId) : null;
  const barred = useIsBlocked(partner?.id) ? partner : null;
  if (!state) {
    return (
      <section aria-label={t('chat.conversation')} className="grid">
        {hasSynced ? (
          <Empty icon={MessageCircleOff} title={t('chats.gone')} text={t('chats.goneSub')}>
            <Button look="quiet" onClick={() => go('/')}>{t('chats.toList')}</Button>
          </Empty>
        ) : <div className="m-auto text-ink-3"><Spinner size={24} /></div>}
      </section>
    );
  }
  const toggle = () => (info ? back(`/chat/${chatId}`) : go(`/chat/${chatId}/info`));
  const columns = info ? 'info:grid-cols-[minmax(0,1fr)_var(--info)]' : thread ? 'info:grid-cols-[minmax(0,1fr)_var(--thread)]' : '';
  return (
    <div className={`relative grid min-h-0 min-w-0 grid-rows-[minmax(0,1fr)] ${columns}`}>
      <section
        aria-label={t('chat.conversation')}
        className="relative flex min-h-0 min-w-0 flex-col pb-[env(safe-area-inset-bottom)]"
        {...(barred || !canPost(state) || !may(state, 'SEND_FILES') ? {} : drop.on)}
        onKeyDown={event => event.key === 'Escape' && !event.defaultPrevented && (isChoosing ? stopChoosing() : go('/'))}
      >
        {isChoosing ? <ChooseBar state={state} /> : <ConversationHead state={state} isInfoOpen={info} onInfo={toggle} onBack={() => back('/')} />}
        <PinnedBar state={state} />
        <Timeline state={state} />
        <Slot name="composer.above@1" props={placeIn(state)} className="shrink-0 px-3 pane:px-[max(var(--s4),calc((100%-var(--column))/2))]" />
        {barred ? <BlockedBar person={barred} /> : <WritePlace state={state} />}
        <DeleteMessage state={state} />
        <ForwardDialog />
        {drop.isOver && <DropHint />}
        {viewing && <Suspense><Viewer file={viewing} messages={state.messages} /></Suspense>}
        <SeenBy state={state} />
        <MoreAbout state={state} />
        <ReportDialog />
      </section>
      {info && <InfoPanel state={state} onClose={toggle} />}
      {thread && <ThreadPane key={thread} state={state} seq={thread} onClose={() => back(`/chat/${chatId}`)} />}
    </div>
  );
}
