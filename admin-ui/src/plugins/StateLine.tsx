import { useTranslation } from 'react-i18next';
import type { Standing } from './standing';

const tones: Record<Standing, { dot: string; word: string }> = {
  running: { dot: 'bg-good', word: '' },
  off: { dot: 'bg-ink-3 opacity-50', word: 'text-ink-2' },
  starting: { dot: 'bg-warn', word: '' },
  stopping: { dot: 'bg-warn', word: '' },
  takenOut: { dot: 'bg-bad', word: 'text-bad' },
  switchingOn: { dot: 'bg-warn', word: '' },
  switchingOff: { dot: 'bg-warn', word: '' },
  failed: { dot: 'bg-bad', word: 'text-bad' },
  quarantined: { dot: 'bg-bad', word: 'text-bad' },
  lingering: { dot: 'bg-warn', word: 'text-warn-text' },
};

export function StateLine({ standing, reason }: { standing: Standing; reason?: string | null }) {
  const { t } = useTranslation();
  const { dot, word } = tones[standing];
  return (
    <div role="status" className="min-w-0">
      <p className={`flex items-center gap-1.5 text-sm font-medium ${word}`}>
        <span aria-hidden className={`size-2 shrink-0 rounded-full ${dot}`} />
        {t(`plugin.${standing}`)}
      </p>
      {reason && <p className="line-clamp-2 text-xs wrap-anywhere text-ink-2">{reason}</p>}
    </div>
  );
}
