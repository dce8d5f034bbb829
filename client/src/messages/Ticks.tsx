import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { isDelivered, isSeen } from '../shared/sync/timeline';

export type Delivery = 'sending' | 'sent' | 'delivered' | 'seen' | 'failed';

const icons = { sending: Clock, sent: Check, delivered: CheckCheck, seen: CheckCheck, failed: CircleAlert };

/** How far a stored message of one's own has come. */
export const deliveryOf = (state: ChatState, message: Message, meId: string): Delivery =>
  isSeen(state, message, meId) ? 'seen' : isDelivered(state, message, meId) ? 'delivered' : 'sent';

export function Ticks({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const Icon = icons[delivery];
  const size = delivery === 'sending' ? 12 : 15;
  const colour = delivery === 'failed' ? 'text-bad' : delivery === 'seen' ? 'text-accent-text' : '';
  return <Icon role="img" aria-label={t(`messages.${delivery}`)} size={size} strokeWidth={2} className={`shrink-0 ${colour}`} />;
}
