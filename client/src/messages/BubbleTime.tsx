import { BellOff, Ellipsis, Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { channelOf } from '../shared/chatNames';
import { clock } from '../shared/time/format';
import { Countdown } from './Countdown';
import type { Bubble } from './grouping';
import { type Delivery, Ticks } from './Ticks';

export interface BubbleTimeProps {
  bubble: Bubble;
  isMine: boolean;
  delivery: Delivery | null;
  /** Given where there is a menu; its button shows where nothing can hover. */
  onMenu?: (from: Element) => void;
}

/** Floats at the end of the last line. */
export function BubbleTime({ bubble, isMine, delivery, onMenu }: BubbleTimeProps) {
  const { t, i18n } = useTranslation();
  const at = new Date(bubble.createdAt);
  return (
    <span className={`float-right mt-1.75 -mr-0.5 -mb-0.5 ml-3 inline-flex items-center gap-0.75 text-xs leading-none tabular-nums ${isMine ? 'text-mine-meta' : 'text-ink-3'}`}>
      {bubble.stored?.expiresAt && <Countdown until={bubble.stored.expiresAt} />}
      {bubble.stored?.isSilent && !channelOf(bubble.stored) && <BellOff role="img" aria-label={t('silent.sent')} size={12} strokeWidth={2} />}
      {bubble.stored?.isPinned && <Pin role="img" aria-label={t('pins.pinned')} size={12} strokeWidth={2} />}
      {bubble.isEdited && <span>{t('messages.edited')}</span>}
      <time dateTime={bubble.createdAt} title={at.toLocaleString(i18n.language)}>{clock(at, i18n.language)}</time>
      {delivery && <Ticks delivery={delivery} />}
      {onMenu && (
        <button type="button" aria-label={t('messages.actions')} aria-haspopup="menu" onClick={event => onMenu(event.currentTarget)} className="relative -my-1 -mr-1 ml-0.5 hidden after:absolute after:-inset-2 handy:block">
          <Ellipsis aria-hidden size={16} strokeWidth={2} />
        </button>
      )}
    </span>
  );
}
