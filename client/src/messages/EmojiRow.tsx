import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moreEmoji, quickEmoji } from './emoji';

export interface EmojiRowProps {
  mine: readonly string[];
  onChoose: (emoji: string, on: boolean) => void;
  /** There are more now than a row: the menu looks again where it fits. */
  onGrow: () => void;
}

export function EmojiRow({ mine, onChoose, onGrow }: EmojiRowProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const more = () => {
    setOpen(true);
    requestAnimationFrame(onGrow);
  };
  const shown = isOpen ? moreEmoji : quickEmoji;
  return (
    <div role="group" aria-label={t('messages.react')} className={`grid grid-cols-7 border-b border-line p-1 ${isOpen ? 'max-h-56 overflow-y-auto' : ''}`}>
      {shown.map(emoji => {
        const on = mine.includes(emoji);
        return (
          <button key={emoji} type="button" role="menuitemcheckbox" aria-checked={on} aria-label={emoji} tabIndex={-1} onClick={() => onChoose(emoji, !on)} className={`${cell} text-lg ${on ? 'bg-accent-soft' : ''}`}>
            {emoji}
          </button>
        );
      })}
      {!isOpen && (
        <button type="button" role="menuitem" aria-label={t('messages.moreEmoji')} title={t('messages.moreEmoji')} tabIndex={-1} onClick={more} className={`${cell} text-ink-2`}>
          <ChevronDown aria-hidden size={18} />
        </button>
      )}
    </div>
  );
}

const cell = 'grid size-11 place-items-center rounded-full leading-none -outline-offset-2 hover:bg-hover focus:bg-hover';
