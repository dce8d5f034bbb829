import { useTranslation } from 'react-i18next';
import { useNow } from '../chats/useNow';
import { daysBetween, longDay } from '../shared/time/format';

export function DayLine({ at }: { at: Date }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const days = daysBetween(at, now);
  const words = days <= 0 ? t('day.today') : days === 1 ? t('day.yesterday') : longDay(at, now, i18n.language);
  return <li className="my-3 self-center rounded-full bg-surface/80 px-3 py-0.5 text-xs font-semibold text-ink-2">{words}</li>;
}

export function NewLine({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <li data-new className="mt-3 mb-2 flex items-center gap-3 text-xs font-semibold text-accent-text before:h-px before:flex-1 before:bg-accent/30 after:h-px after:flex-1 after:bg-accent/30">
      {t('messages.new', { count })}
    </li>
  );
}
