import { Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayLeft } from '../shared/time/lives';
import { serverNow } from '../shared/time/serverTime';

/** How long a message is still here; ticks by seconds in its last minute, by minutes before. */
export function Countdown({ until }: { until: string }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(serverNow);
  const left = Date.parse(until) - now;
  const isLastMinute = left < 90_000;
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), isLastMinute ? 1_000 : 30_000);
    return () => clearInterval(timer);
  }, [isLastMinute]);
  const words = sayLeft(left, t);
  return (
    <span title={t('life.left', { left: words })} className="inline-flex items-center gap-0.5">
      <Timer aria-hidden size={12} strokeWidth={2} />
      <span className="sr-only">{t('life.left', { left: words })}</span>
      <span aria-hidden>{words}</span>
    </span>
  );
}
