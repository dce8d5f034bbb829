import { useTranslation } from 'react-i18next';
import { personName } from '../shared/chatNames';
import { useLatest } from '../shared/announce';
import { useStore } from '../shared/sync/store';
import { summary } from '../shared/text/summary';

/** Reads new messages out, one at a time; the timeline itself is silent, or paging would read the past aloud. */
export function LiveRegion() {
  const { t } = useTranslation();
  const message = useLatest(state => state.message);
  const me = useStore(state => state.me);
  const state = useStore(store => (message ? store.synced.chats[message.chatId] : undefined));
  const isNews = message && state && me && message.senderId !== me.id;
  return (
    <div aria-live="polite" className="sr-only">
      {isNews && t('messages.from', { name: personName(state, message.senderId, me.id, t), text: summary(message, t) })}
    </div>
  );
}
