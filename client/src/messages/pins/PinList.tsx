import { PinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../shared/api/types';
import { senderName } from '../../shared/chatNames';
import { canPin } from '../../shared/rights';
import type { ChatState } from '../../shared/sync/chatState';
import { useStore } from '../../shared/sync/store';
import { summary } from '../../shared/text/summary';
import { moment } from '../../shared/time/format';
import { IconButton } from '../../shared/ui/IconButton';
import { Sheet } from '../../shared/ui/Sheet';
import { askJump } from '../jumping';
import { pin } from './pin';

export interface PinListProps {
  pins: readonly Message[];
  state: ChatState;
  onClose: () => void;
}

export function PinList({ pins, state, onClose }: PinListProps) {
  const { t, i18n } = useTranslation();
  const meId = useStore(store => store.synced.meId);
  const show = (seq: number) => {
    onClose();
    askJump(state.chat.id, seq);
  };
  return (
    <Sheet title={t('pins.title', { count: pins.length })} onClose={onClose}>
      <ul className="px-2 pb-3">
        {pins.toReversed().map(message => (
          <li key={message.id} className="flex items-center gap-1">
            <button type="button" title={t('pins.jump')} onClick={() => show(message.seq)} className="min-w-0 flex-1 rounded-md px-3 py-2 text-left -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover">
              <span className="flex items-baseline gap-2">
                <span className="min-w-0 flex-1 truncate text-sm font-semibold text-accent-text">{senderName(state, message, meId, t)}</span>
                <time dateTime={message.createdAt} className="text-xs text-ink-3">{moment(new Date(message.createdAt), i18n.language)}</time>
              </span>
              <span className="line-clamp-2 wrap-anywhere">{summary(message, t) || t('messages.quote')}</span>
            </button>
            {canPin(state) && <IconButton icon={PinOff} label={t('pins.unpin')} onClick={() => void pin(message, false, t)} />}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
