import { ChevronLeft, Ellipsis, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import { useMenu } from '../messages/useMenu';
import { useTypingWords } from '../shared/presence/useTypingWords';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { IconButton } from '../shared/ui/IconButton';
import { TypingDots } from '../shared/ui/TypingDots';
import { TopicIcon } from './TopicIcon';
import { TopicMenu } from './TopicMenu';
import { topicName } from './topicName';

export interface TopicHeadProps {
  state: ChatState;
  seq: number;
  isInfoOpen: boolean;
  onInfo: () => void;
}

/** Above the conversation of a topic. */
export function TopicHead({ state, seq, isInfoOpen, onInfo }: TopicHeadProps) {
  const { t } = useTranslation();
  const { back } = useNavigation();
  const meId = useStore(store => store.synced.meId);
  const typing = useTypingWords(state, meId);
  const topic = state.topics[seq];
  const canAct = topic !== undefined;
  const menu = useMenu(canAct);
  return (
    <header className="shrink-0 border-b border-line bg-surface pt-[env(safe-area-inset-top)]">
      <div className="flex h-15 items-center gap-1 px-1 pane:gap-2 pane:px-2">
        <IconButton icon={ChevronLeft} label={t('topics.all')} onClick={() => back(`/chat/${state.chat.id}`)} />
        <TopicIcon topic={topic} size="md" />
        <div className="min-w-0 flex-1 pl-1 leading-tight">
          <h1 className="truncate font-semibold">{topicName(topic, t)}</h1>
          <p className="truncate text-sm text-ink-2">
            {typing ? <span className="text-accent-text"><TypingDots />{typing}</span> : state.chat.name}
          </p>
        </div>
        {canAct && <IconButton icon={Ellipsis} label={t('topics.actions', { name: topicName(topic, t) })} aria-haspopup="menu" onClick={event => menu.openBy(event.currentTarget)} />}
        <IconButton icon={Info} label={t('chat.info')} aria-expanded={isInfoOpen} className={isInfoOpen ? 'bg-accent-soft text-accent-text' : ''} onClick={onInfo} />
      </div>
      {menu.at && topic && <TopicMenu state={state} topic={topic} at={menu.at} onClose={menu.close} />}
    </header>
  );
}
