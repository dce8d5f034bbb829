import { MessageCircleOff } from 'lucide-react';
import { Fragment, lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Place, useNavigation } from '../app/navigation';
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
import type { ChatState, Part } from '../shared/sync/chatState';
import { partOf, placeKey } from '../shared/sync/parts';
import { useStore } from '../shared/sync/store';
import { messageAt } from '../shared/sync/timeline';
import { Button } from '../shared/ui/Button';
import { Empty } from '../shared/ui/Empty';
import { Spinner } from '../shared/ui/Spinner';
import { TopicHead } from '../topics/TopicHead';
import { TopicList } from '../topics/TopicList';
import { ChooseBar } from './choose/ChooseBar';
import { stopChoosing, useIsChoosing } from './choose/chosen';
import { ConversationHead } from './ConversationHead';
import { DeleteMessage } from './DeleteMessage';
import { ForwardDialog } from './forward/ForwardDialog';
import { MoreAbout } from './more/MoreAbout';
import { PinnedBar } from './pins/PinnedBar';
import { ReaderSlot } from './ReaderSlot';
import { ReportDialog } from './ReportDialog';
import { useViewing } from './media/viewing';
import { SeenBy } from './SeenBy';
import { ThreadPane } from './thread/ThreadPane';
import { Timeline } from './Timeline';

const Viewer = lazy(() => import('./media/Viewer').then(({ Viewer: Content }) => ({ default: Content })));

export function Conversation({ chatId, place: { info, thread, topic: asked } }: { chatId: string; place: Place }) {
  const { t } = useTranslation();
  const { go, back } = useNavigation();
  const state = useStore(store => store.synced.chats[chatId]);
  const viewing = useViewing(store => store.file);
  const hasSynced = useStore(store => store.hasSynced);
  const isChoosing = useIsChoosing(chatId);
  const meId = useStore(store => store.synced.meId);
  const topic = state?.chat.hasTopics ? openTopic(state, asked ?? topicOfThread(state, thread)) : null;
  const shown = useTopic(state, topic, meId);
  const drop = useDrop(shown ? placeKey(shown) : chatId);
  const partner = state?.chat.type === 'PRIVATE' ? partnerOf(state, meId) : null;
  const barred = useIsBlocked(partner?.id) ? partner : null;
  if (!state || !shown) {
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
  const isListing = state.chat.hasTopics && topic === null;
  const toggle = () => (info ? back(`/chat/${chatId}`) : go(`/chat/${chatId}/info`));
  const columns = info ? 'info:grid-cols-[minmax(0,1fr)_var(--info)]' : thread !== null ? 'info:grid-cols-[minmax(0,1fr)_var(--thread)]' : '';
  return (
    <div className={`relative grid min-h-0 min-w-0 grid-rows-[minmax(0,1fr)] ${columns}`}>
      <section
        aria-label={t('chat.conversation')}
        className="relative flex min-h-0 min-w-0 flex-col pb-[env(safe-area-inset-bottom)]"
        {...(barred || isListing || !canPost(shown) || !may(state, 'SEND_FILES') ? {} : drop.on)}
        onKeyDown={event => event.key === 'Escape' && !event.defaultPrevented && (isChoosing ? stopChoosing() : go(topic === null ? '/' : `/chat/${chatId}`))}
      >
        {isChoosing ? <ChooseBar state={state} />
          : topic !== null ? <TopicHead state={state} seq={topic} isInfoOpen={info} onInfo={toggle} />
            : <ConversationHead state={state} isInfoOpen={info} onInfo={toggle} onBack={() => back('/')} />}
        {isListing ? <TopicList state={state} /> : (
          <Fragment key={topic}>
            <ReaderSlot state={shown} />
            <PinnedBar state={shown} />
            <Timeline state={shown} />
            <Slot name="composer.above@1" props={placeIn(state)} className="shrink-0 px-3 pane:px-[max(var(--s4),calc((100%-var(--column))/2))]" />
            {barred ? <BlockedBar person={barred} /> : <WritePlace state={shown} />}
          </Fragment>
        )}
        <DeleteMessage state={state} />
        <ForwardDialog />
        {drop.isOver && <DropHint />}
        {viewing && <Suspense><Viewer file={viewing} messages={state.messages} /></Suspense>}
        <SeenBy state={state} />
        <MoreAbout state={state} />
        <ReportDialog />
      </section>
      {info && <InfoPanel state={state} onClose={toggle} />}
      {thread !== null && <ThreadPane key={thread} state={state} seq={thread} onClose={() => back(`/chat/${chatId}`)} />}
    </div>
  );
}

/** Of one that was deleted the list is left. */
const openTopic = ({ topics }: ChatState, seq: number | null) => (seq !== null && topics[seq]?.isDeleted ? null : seq);

/** A thread stands beside the topic that it is in. */
const topicOfThread = (state: ChatState, thread: number | null) => {
  const root = thread === null ? null : messageAt(state, thread);
  return root && (root.topicSeq ?? 0);
};

function useTopic(state: ChatState | undefined, seq: number | null, meId: string) {
  const part = useMemo<Part | null>(() => (seq === null ? null : { kind: 'topic', seq }), [seq]);
  return useMemo(() => (state && part ? partOf(state, part, meId) : state), [state, part, meId]);
}
