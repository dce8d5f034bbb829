import { BellOff, Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isCalling, unreadOf } from '../../shared/notify/decide';
import type { ChatState } from '../../shared/sync/chatState';
import { isQuiet } from '../../shared/sync/choices';
import { Pill } from '../../shared/ui/Pill';
import { useNow } from '../useNow';

/** At the end of a row of the list: muted, pinned, and how much is unread. */
export function ChatSigns({ state, meId }: { state: ChatState; meId: string }) {
  const { t } = useTranslation();
  const now = useNow().getTime();
  const { choices, unread } = state.mine;
  const count = unreadOf(state);
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-ink-3">
      {isQuiet(choices, now) && <BellOff role="img" aria-label={t('mine.muted')} size={14} strokeWidth={2} />}
      {choices.pinnedAt && count === 0 && <Pin role="img" aria-label={t('mine.pinned')} size={14} strokeWidth={2} />}
      {unread > 0 && <Pill isQuiet={!isCalling(state, meId, now)} count={count} label={t('chats.unread', { count })} />}
      {unread === 0 && count > 0 && (
        <span role="img" aria-label={t('mine.markedUnread')} className={`size-3 rounded-full ${isCalling(state, meId, now) ? 'bg-accent' : 'bg-ink-3'}`} />
      )}
    </span>
  );
}
