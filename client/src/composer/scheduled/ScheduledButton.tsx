import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../shared/ui/IconButton';
import { ScheduledList } from './ScheduledList';
import { useScheduled } from './useScheduled';

/** There only while something waits in this chat. */
export function ScheduledButton({ chatId }: { chatId: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const waiting = useScheduled(chatId);
  const isBad = waiting.some(message => message.failure);
  if (waiting.length === 0 && !isOpen) return null;
  return (
    <>
      <IconButton icon={CalendarClock} label={t('scheduled.open', { count: waiting.length })} aria-haspopup="dialog" className={`m-px ${isBad ? 'text-bad!' : 'text-accent-text!'}`} onClick={() => setOpen(true)} />
      {isOpen && <ScheduledList waiting={waiting} onClose={() => setOpen(false)} />}
    </>
  );
}
