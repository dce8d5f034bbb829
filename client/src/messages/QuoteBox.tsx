import { useTranslation } from 'react-i18next';
import type { Quote } from '../shared/api/types';

export function QuoteBox({ quote, name }: { quote: Quote; name: string }) {
  const { t } = useTranslation();
  return (
    <span className="mt-0.5 mb-1.5 block rounded-tail border-l-3 border-accent bg-accent/10 px-2 py-1 text-sm">
      <span className="block font-semibold text-accent-text">{name}</span>
      <span className="line-clamp-2 wrap-anywhere">{quote.content || t('messages.deletedQuote')}</span>
    </span>
  );
}
