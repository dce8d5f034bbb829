import { ChevronLeft, PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chatName, faceId, partnerOf } from '../shared/chatNames';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { Avatar } from '../shared/ui/Avatar';
import { IconButton } from '../shared/ui/IconButton';

export interface ConversationHeadProps {
  state: ChatState;
  isInfoOpen: boolean;
  onInfo: () => void;
  onBack: () => void;
}

export function ConversationHead({ state, isInfoOpen, onInfo, onBack }: ConversationHeadProps) {
  const { t } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const isGroup = state.chat.type !== 'PRIVATE';
  const name = chatName(state, meId, t);
  const partner = partnerOf(state, meId);
  return (
    <header className="shrink-0 border-b border-line bg-surface pt-[env(safe-area-inset-top)]">
      <div className="flex h-15 items-center gap-1 px-1 pane:gap-3 pane:pr-2 pane:pl-4">
        <IconButton icon={ChevronLeft} label={t('common.back')} className="pane:hidden" onClick={onBack} />
        <Avatar id={faceId(state, meId)} name={name} size="md" square={isGroup} />
        <div className="ml-2 min-w-0 flex-1 leading-tight pane:ml-0">
          <h1 className="truncate font-semibold">{name}</h1>
          <p className="truncate text-sm text-ink-2">
            {isGroup ? t('chat.members', { count: state.chat.memberCount }) : partner && `@${partner.username}`}
          </p>
        </div>
        <IconButton icon={PanelRight} label={t('chat.info')} aria-expanded={isInfoOpen} className={isInfoOpen ? 'bg-accent-soft text-accent-text' : ''} onClick={onInfo} />
      </div>
    </header>
  );
}
