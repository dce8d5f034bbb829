import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../shared/ui/IconButton';
import type { Action } from './actionsOf';

export interface BubbleToolsProps {
  actions: readonly Action[];
  isMine: boolean;
  onMenu: (from: Element) => void;
}

/** Beside the bubble, out of its flow: what one does most, and the menu with all of it. */
export function BubbleTools({ actions: [first], isMine, onMenu }: BubbleToolsProps) {
  const { t } = useTranslation();
  if (!first) return null;
  return (
    <div className={`absolute bottom-0 hidden px-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 desk:flex ${isMine ? 'right-full flex-row-reverse' : 'left-full'}`}>
      <IconButton icon={first.icon} label={first.label} className="size-9!" onClick={first.run} />
      <IconButton icon={Ellipsis} label={t('messages.actions')} aria-haspopup="menu" className="size-9!" onClick={event => onMenu(event.currentTarget)} />
    </div>
  );
}
