import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Change } from './changes';
import { fieldWords, valuesWords } from './values';

/** What was made has no before worth showing, what is over no after. */
export function ChangeLine({ change: { name, before, after }, isNew, isGone }: { change: Change; isNew: boolean; isGone: boolean }) {
  const { t } = useTranslation();
  const value = (text: string) => (text ? valuesWords(t, name, text) : [t('audit.empty')]).map(words => (
    <span key={words} className="rounded-sm bg-sunken px-1.5 wrap-anywhere">{words}</span>
  ));
  return (
    <p className="mt-1 flex flex-wrap items-center gap-1.5 text-sm">
      <span className="text-ink-2">{fieldWords(t, name)}:</span>
      {!isNew && value(before)}
      {!isNew && !isGone && <ArrowRight role="img" aria-label="→" size={14} className="shrink-0 text-ink-2" />}
      {!isGone && value(after)}
    </p>
  );
}
