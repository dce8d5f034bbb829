import { ChevronLeft, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ChatFace } from '../chats/ChatFace';
import { useNow } from '../chats/useNow';
import { placeIn } from '../plugins/place';
import { Slot } from '../plugins/Slot';
import { chatName, partnerOf } from '../shared/chatNames';
import { sayPresence } from '../shared/presence/sayPresence';
import { usePresence } from '../shared/presence/usePresence';
import { useTypingWords } from '../shared/presence/useTypingWords';
import { useIsBlocked } from '../shared/privacy';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { IconButton } from '../shared/ui/IconButton';
import { TypingDots } from '../shared/ui/TypingDots';

export interface ConversationHeadProps {
  state: ChatState;
  isInfoOpen: boolean;
  onInfo: () => void;
  onBack: () => void;
}

export function ConversationHead({ state, isInfoOpen, onInfo, onBack }: ConversationHeadProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const meId = useStore(store => store.synced.meId);
  const isGroup = state.chat.type !== 'PRIVATE';
  const name = chatName(state, meId, t);
  const partner = partnerOf(state, meId);
  const presence = usePresence(isGroup ? null : (partner?.id ?? null));
  const typing = useTypingWords(state, meId);
  const isBlocked = useIsBlocked(partner?.id);
  const here = presence && !isBlocked && sayPresence(presence, now, t, i18n.language);
  const about = state.chat.isSaved ? t('saved.about')
    : isGroup ? t('chat.members', { count: state.chat.memberCount }) : (here || (partner && `@${partner.username}`));
  return (
    <header className="shrink-0 border-b border-line bg-surface pt-[env(safe-area-inset-top)]">
      <div className="flex h-15 items-center gap-1 px-1 pane:gap-3 pane:pr-2 pane:pl-4">
        <IconButton icon={ChevronLeft} label={t('common.back')} className="pane:hidden" onClick={onBack} />
        <div className="relative flex min-w-0 flex-1 items-center gap-2 pane:gap-3">
          <ChatFace state={state} meId={meId} size="md" status={presence?.status} />
          <div className="min-w-0 flex-1 leading-tight">
            <h1 className="truncate font-semibold">
              <button type="button" title={t('chat.info')} onClick={onInfo} className="outline-none after:absolute after:inset-x-0 after:-inset-y-1 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-accent">{name}</button>
            </h1>
            <p className="truncate text-sm text-ink-2">
              {typing ? <span className="text-accent-text"><TypingDots />{typing}</span> : about}
            </p>
          </div>
        </div>
        <Slot name="chat.header.actions@1" props={placeIn(state)} className="flex" />
        <IconButton icon={Info} label={t('chat.info')} aria-expanded={isInfoOpen} className={isInfoOpen ? 'bg-accent-soft text-accent-text' : ''} onClick={onInfo} />
      </div>
    </header>
  );
}
