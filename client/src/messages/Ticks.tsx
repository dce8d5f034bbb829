import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export type Delivery = 'sending' | 'sent' | 'seen' | 'failed';

const icons = { sending: Clock, sent: Check, seen: CheckCheck, failed: CircleAlert };

export function Ticks({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const Icon = icons[delivery];
  const size = delivery === 'sending' ? 12 : 15;
  const colour = delivery === 'failed' ? 'text-bad' : delivery === 'sending' ? '' : 'text-accent-text';
  return <Icon role="img" aria-label={t(`messages.${delivery}`)} size={size} strokeWidth={2} className={`shrink-0 ${colour}`} />;
}
