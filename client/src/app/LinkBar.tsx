import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../shared/sync/store';
import { Spinner } from '../shared/ui/Spinner';

/** Says nothing about a blink of the line: only what lasts longer than a second is worth a bar. */
export function LinkBar() {
  const { t } = useTranslation();
  const link = useStore(state => state.link);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(link !== 'online'), link === 'online' ? 0 : 1000);
    return () => clearTimeout(timer);
  }, [link]);
  const offline = link === 'offline' && !navigator.onLine;
  const words = offline ? t('link.offline') : t(link === 'offline' ? 'link.unreachable' : 'link.connecting');
  return (
    <div role="status" className="shrink-0 bg-surface">
      {isLong && link !== 'online' && (
        <p className="fade-in flex items-center justify-center gap-2 border-b border-line px-4 py-2 pt-[max(var(--s2),env(safe-area-inset-top))] text-sm font-medium text-warn-text">
          {offline ? <CloudOff aria-hidden size={16} /> : <Spinner size={16} />}
          {words}
        </p>
      )}
    </div>
  );
}
