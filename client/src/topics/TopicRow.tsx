import { BellOff, Lock, Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inApp } from '../app/navigation';
import { useNow } from '../chats/useNow';
import { useMenu } from '../messages/useMenu';
import { senderName } from '../shared/chatNames';
import { useShown } from '../plugins/transforms/useShown';
import { isCalling } from '../shared/notify/decide';
import type { ChatState } from '../shared/sync/chatState';
import { isPartMuted } from '../shared/sync/parts';
import { sayLine } from '../shared/text/sayLine';
import { summary } from '../shared/text/summary';
import { short } from '../shared/time/format';
import { Pill } from '../shared/ui/Pill';
import { TopicIcon } from './TopicIcon';
import { TopicMenu } from './TopicMenu';
import { topicName } from './topicName';
import type { Listed } from './useTopics';

export function TopicRow({ listed: { topic, last: stored, unread }, state, meId }: { listed: Listed; state: ChatState; meId: string }) {
  const { t, i18n } = useTranslation();
  const menu = useMenu(true, 'dialog');
  const now = useNow();
  const last = useShown(stored);
  const isMuted = isPartMuted(state, topic.seq, now.getTime());
  const isLine = last?.type === 'SYSTEM';
  return (
    <li>
      <Link
        href={`/chat/${topic.chatId}/topic/${topic.seq}`}
        state={inApp}
        draggable={false}
        {...menu.press}
        className="flex h-16 items-center gap-3 rounded-md px-2 -outline-offset-2 transition-colors duration-(--quick) select-none [-webkit-touch-callout:none] hover:bg-hover"
      >
        <TopicIcon topic={topic} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate font-semibold">{topicName(topic, t)}</span>
            <time dateTime={last?.createdAt} className="text-xs text-ink-2 tabular-nums">{last && short(new Date(last.createdAt), now, i18n.language)}</time>
          </span>
          <span className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate text-ink-2">
              {last && !isLine && <span className="text-accent-text">{senderName(state, last, meId, t).split(' ')[0]}: </span>}
              {!last ? t('chats.noMessages') : isLine ? sayLine(last, state, meId, t) : summary(last, t)}
            </span>
            <span className="flex shrink-0 items-center gap-1.5 text-ink-3">
              {isMuted && <BellOff role="img" aria-label={t('mine.muted')} size={14} strokeWidth={2} />}
              {topic.isClosed && <Lock role="img" aria-label={t('topics.closed')} size={14} strokeWidth={2} />}
              {topic.pinnedAt && <Pin role="img" aria-label={t('topics.pinned')} size={14} strokeWidth={2} />}
              {unread > 0 && <Pill isQuiet={isMuted || !isCalling(state, meId, now.getTime())} count={unread} label={t('chats.unread', { count: unread })} />}
            </span>
          </span>
        </span>
      </Link>
      {menu.at && <TopicMenu state={state} topic={topic} at={menu.at} onClose={menu.close} />}
    </li>
  );
}
