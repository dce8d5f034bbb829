import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../shared/api/types';
import { summary } from '../../shared/text/summary';
import { toggleChosen, useChosen } from './chosen';

/** Over the whole line of a message while messages are being chosen. */
export function ChooseMark({ message }: { message: Message }) {
  const { t } = useTranslation();
  const isChosen = useChosen(chosen => chosen.ids.has(message.id));
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={t('choose.pick', { text: summary(message, t) || t('messages.quote') })}
      onClick={() => toggleChosen(message.id)}
      className={`absolute inset-y-0 -inset-x-4 z-10 flex items-center pl-3 -outline-offset-2 transition-colors duration-(--quick) ${isChosen ? 'bg-accent/12' : 'hover:bg-hover/50'}`}
    >
      <span className={`grid size-6 place-items-center rounded-full border ${isChosen ? 'border-accent bg-accent text-on-accent' : 'border-ink-3 bg-surface'}`}>
        {isChosen && <Check aria-hidden size={15} strokeWidth={2.5} />}
      </span>
    </button>
  );
}
