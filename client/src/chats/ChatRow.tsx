import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inApp } from '../app/navigation';
import { useDraft } from '../composer/drafts';
import { channelOf, chatName, partnerOf, personName } from '../shared/chatNames';
import { usePresence } from '../shared/presence/usePresence';
import { useTypingWords } from '../shared/presence/useTypingWords';
import type { ChatState } from '../shared/sync/chatState';
import type { Pending } from '../shared/sync/outbox';
import { useStore } from '../shared/sync/store';
import { lastMessage } from '../shared/sync/timeline';
import { sayLine } from '../shared/text/sayLine';
import { summary } from '../shared/text/summary';
import { short } from '../shared/time/format';
import { useShown } from '../plugins/transforms/useShown';
import { TypingDots } from '../shared/ui/TypingDots';
import { type Delivery, deliveryOf, Ticks } from '../messages/Ticks';
import { useMenu } from '../messages/useMenu';
import { ChatFace } from './ChatFace';
import { ChatMenu } from './mine/ChatMenu';
import { ChatSigns } from './mine/ChatSigns';
import { useNow } from './useNow';

export function ChatRow({ id, isOpen }: { id: string; isOpen: boolean }) {
  const state = useStore(store => store.synced.chats[id]);
  const pending = useStore(store => store.outbox.findLast(other => other.chatId === id));
  const meId = useStore(store => store.synced.meId);
  return state ? <Row state={state} pending={pending} meId={meId} isOpen={isOpen} /> : null;
}

interface RowProps {
  state: ChatState;
  pending: Pending | undefined;
  meId: string;
  isOpen: boolean;
}

function Row({ state, pending, meId, isOpen }: RowProps) {
  const { t, i18n } = useTranslation();
  const menu = useMenu(true, 'dialog');
  const now = useNow();
  const id = state.chat.id;
  const draft = useDraft(id);
  const typing = useTypingWords(state, meId);
  const partner = state.chat.type === 'PRIVATE' ? partnerOf(state, meId) : null;
  const presence = usePresence(partner?.id ?? null);
  const unsaid = isOpen || draft.editing ? '' : draft.text.trim();

  const stored = useShown(lastMessage(state));
  const last = pending ? { ...pending, senderId: meId } : stored;
  const isGroup = state.chat.type !== 'PRIVATE';
  const name = chatName(state, meId, t);
  const channel = pending || !stored ? null : channelOf(stored);
  const isMine = last?.senderId === meId && !channel;
  const who = last && !state.chat.isSaved && (isMine || isGroup) ? channel?.name ?? personName(state, last.senderId, meId, t).split(' ')[0] : null;
  const isSystem = !pending && stored?.type === 'SYSTEM';
  const delivery: Delivery | null = !isMine || isSystem || state.chat.isSaved ? null
    : pending ? (pending.failure ? 'failed' : 'sending')
      : stored && deliveryOf(state, stored, meId);

  return (
    <>
      <Link
        href={`/chat/${id}`}
        state={inApp}
        aria-current={isOpen ? 'page' : undefined}
        aria-haspopup="menu"
        draggable={false}
        {...menu.press}
        className={`flex h-16 select-none [-webkit-touch-callout:none] items-center gap-3 rounded-md px-2 -outline-offset-2 transition-colors duration-(--quick) ${isOpen ? 'bg-selected' : 'hover:bg-hover'}`}
      >
        <ChatFace state={state} meId={meId} status={presence?.status} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate font-semibold">
              {name}
              {presence?.status && presence.status !== 'OFFLINE' && <span className="sr-only">, {t(`presence.${presence.status}`)}</span>}
            </span>
            <span className="flex items-center gap-1 text-xs text-ink-2 tabular-nums">
              {delivery && <Ticks delivery={delivery} />}
              <time dateTime={last?.createdAt}>{last && short(new Date(last.createdAt), now, i18n.language)}</time>
            </span>
          </span>
          <span className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate text-ink-2">
              {typing ? <span className="text-accent-text"><TypingDots />{typing}</span>
                : unsaid ? <><span className="text-bad">{t('chats.draft')}: </span>{unsaid}</>
                  : <>{who && !isSystem && <span className="text-accent-text">{who}: </span>}{isSystem ? sayLine(stored, state, meId, t) : last ? summary(last, t) : t('chats.noMessages')}</>}
            </span>
            <ChatSigns state={state} meId={meId} />
          </span>
        </span>
      </Link>
      {menu.at && <ChatMenu state={state} at={menu.at} onClose={menu.close} />}
    </>
  );
}
