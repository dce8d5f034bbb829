import { MessageCircleOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import { InfoPanel } from '../chats/InfoPanel';
import { BlockedBar } from '../composer/BlockedBar';
import { WritePlace } from '../composer/WritePlace';
import { placeIn } from '../plugins/place';
import { Slot } from '../plugins/Slot';
import { partnerOf } from '../shared/chatNames';
import { useIsBlocked } from '../shared/privacy';
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
import { SeenBy } from './SeenBy';
import { Timeline } from './Timeline';

export function Conversation({ chatId, info }: { chatId: string; info: boolean }) {
  const { t } = useTranslation();
  const { go, back } = useNavigation();
  const state = useStore(store => store.synced.chats[chatId]);
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
  return (
    <div className={`relative grid min-h-0 min-w-0 grid-rows-[minmax(0,1fr)] ${info ? 'info:grid-cols-[minmax(0,1fr)_var(--info)]' : ''}`}>
      <section
        aria-label={t('chat.conversation')}
        className="relative flex min-h-0 min-w-0 flex-col pb-[env(safe-area-inset-bottom)]"
        onKeyDown={event => event.key === 'Escape' && !event.defaultPrevented && (isChoosing ? stopChoosing() : go('/'))}
      >
        {isChoosing ? <ChooseBar state={state} /> : <ConversationHead state={state} isInfoOpen={info} onInfo={toggle} onBack={() => back('/')} />}
        <PinnedBar state={state} />
        <Timeline state={state} />
        <Slot name="composer.above@1" props={placeIn(state)} className="shrink-0 px-3 pane:px-[max(var(--s4),calc((100%-var(--column))/2))]" />
        {barred ? <BlockedBar person={barred} /> : <WritePlace state={state} />}
        <DeleteMessage state={state} />
        <ForwardDialog />
        <SeenBy state={state} />
        <MoreAbout state={state} />
        <ReportDialog />
      </section>
      {info && <InfoPanel state={state} onClose={toggle} />}
    </div>
  );
}
