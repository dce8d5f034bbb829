import { useTranslation } from 'react-i18next';
import { clock } from '../shared/time/format';
import type { Bubble } from './grouping';
import { type Delivery, Ticks } from './Ticks';

/** Floats at the end of the last line. */
export function BubbleTime({ bubble, isMine, delivery }: { bubble: Bubble; isMine: boolean; delivery: Delivery | null }) {
  const { t, i18n } = useTranslation();
  const at = new Date(bubble.createdAt);
  return (
    <span className={`float-right mt-1.75 -mr-0.5 -mb-0.5 ml-3 inline-flex items-center gap-0.75 text-xs leading-none tabular-nums ${isMine ? 'text-mine-meta' : 'text-ink-3'}`}>
      {bubble.isEdited && <span>{t('messages.edited')}</span>}
      <time dateTime={bubble.createdAt} title={at.toLocaleString(i18n.language)}>{clock(at, i18n.language)}</time>
      {delivery && <Ticks delivery={delivery} />}
    </span>
  );
}
