import { useTranslation } from 'react-i18next';
import { senderName } from '../shared/chatNames';
import { useLatest } from '../shared/announce';
import { noticeOf } from '../shared/notify/decide';
import { useOwnStatus } from '../shared/presence/ownStatus';
import { useShownSurely } from '../plugins/transforms/useShown';
import { useStore } from '../shared/sync/store';
import { sayLine } from '../shared/text/sayLine';
import { summary } from '../shared/text/summary';
import { topicOf } from '../topics/topicName';
import { placeOf, useNavigation } from './navigation';

/** Reads new messages out, one at a time; the timeline itself is silent, or paging would read the past aloud. */
export function LiveRegion() {
  const { t } = useTranslation();
  const message = useShownSurely(useLatest(state => state.message));
  const me = useStore(state => state.me);
  const state = useStore(store => (message ? store.synced.chats[message.chatId] : undefined));
  const { path } = useNavigation();
  const status = useOwnStatus(own => own.status);
  const isOpen = placeOf(path).chatId === message?.chatId;
  // Whoever has a muted chat on the screen looks at it; from elsewhere it is not to be heard.
  const isNews = message && state && me && message.senderId !== me.id
    && (isOpen || noticeOf(message, state, me.id, status, Date.now()) !== 'none');
  const topic = message && state && topicOf(state, message, t);
  return (
    <div aria-live="polite" className="sr-only">
      {isNews && (message.type === 'SYSTEM'
        ? sayLine(message, state, me.id, t)
        : t(topic ? 'topics.from' : 'messages.from', { name: senderName(state, message, me.id, t), topic, text: summary(message, t) }))}
    </div>
  );
}
