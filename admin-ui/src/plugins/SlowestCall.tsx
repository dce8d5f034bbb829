import { Gauge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDuration } from './useDuration';

/** What an interceptor may take before it counts as slow: longer than this somebody notices. */
const noticed = 250;

/** Which plugin is slow is seen in the list. */
export function SlowestCall({ took }: { took: number }) {
  const { t } = useTranslation();
  const words = useDuration();
  return (
    <p title={t('health.slowest')} className={`flex items-center gap-1 text-sm whitespace-nowrap tabular-nums ${took > noticed ? 'text-warn-text' : 'text-ink-2'}`}>
      <Gauge aria-hidden size={15} strokeWidth={1.8} />
      <span className="sr-only">{t('health.slowest')}: </span>
      {words(took)}
    </p>
  );
}
