import { Icon } from '../Icon';
import type { Texts } from '../texts';
import type { Bars } from './Bars';
import { useIsOpen } from './useIsOpen';

/** Slot chat.header.actions. */
export function ChatButton({ chatId, bars, texts }: { chatId: string; bars: Bars; texts: Texts }) {
  const isOpen = useIsOpen(bars, chatId);
  return (
    <button type="button" class={`search-button ${isOpen ? 'is-on' : ''}`} aria-label={texts.inChat} title={texts.inChat} aria-expanded={isOpen} onClick={() => bars.toggle(chatId)}>
      <Icon name="search" />
    </button>
  );
}
