import { useTranslation } from 'react-i18next';
import { isForGood, sayDate } from '../chats/govern/untilWhen';
import { isClosed, isReadOnly } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';

/** In place of the field, for whoever may not write: why, and until when. */
export function ReadOnlyBar({ state }: { state: ChatState }) {
  const { t, i18n } = useTranslation();
  const until = isReadOnly(state) ? state.mine.readOnlyUntil : null;
  const words = !until && isClosed(state) ? t('topics.closedBar') : until && !isForGood(until) ? t('govern.readOnlyUntil', { at: sayDate(until, i18n.language) })
    : t(state.chat.type === 'CHANNEL' && !until ? 'govern.channelOnly' : 'govern.readOnly');
  return <p role="status" className="shrink-0 border-t border-line bg-surface px-4 py-4 text-center text-sm text-ink-2">{words}</p>;
}
