import { useTranslation } from 'react-i18next';
import { useShown } from '../plugins/transforms/useShown';
import type { Quote } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { messageAt } from '../shared/sync/timeline';
import { plain } from '../shared/text/formatted/plain';
import { summary } from '../shared/text/summary';

export interface QuoteBoxProps {
  quote: Quote;
  name: string;
  state: ChatState;
  onJump: (seq: number) => void;
}

/** What is answered, as it is now where it is here; a click leads to it. */
export function QuoteBox({ quote, name, state, onJump }: QuoteBoxProps) {
  const { t } = useTranslation();
  const original = useShown(messageAt(state, quote.seq));
  const isGone = original?.isDeleted ?? false;
  const said = () => original ? summary(original, t) : quote.content && plain(quote.content);
  const text = isGone ? t('messages.deletedQuote') : quote.quote ? `“${quote.quote.text}”` : said();
  return (
    <button
      type="button"
      onClick={() => onJump(quote.seq)}
      className="mt-0.5 mb-1.5 block w-full rounded-tail border-l-3 border-accent bg-accent/10 px-2 py-1 text-left text-sm transition-colors duration-(--quick) hover:bg-accent/16"
    >
      <span className="block font-semibold text-accent-text">{name}</span>
      <span className={`line-clamp-2 wrap-anywhere ${isGone ? 'text-ink-2 italic' : ''}`}>{text || t('messages.quote')}</span>
    </button>
  );
}
