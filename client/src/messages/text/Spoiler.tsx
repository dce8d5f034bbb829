import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Hidden until somebody asks, from screen readers as well. */
export function Spoiler({ text, children }: { text: string; children: ReactNode }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <span className="rounded-tail bg-ink/8 px-0.5">{children}</span>;
  return (
    <button
      type="button"
      aria-label={t('text.spoiler')}
      onClick={event => { event.stopPropagation(); setOpen(true); }}
      className="inline rounded-tail bg-ink-3 px-0.5 text-left text-transparent select-none hover:bg-ink-2"
    >
      <span aria-hidden className="whitespace-pre-wrap">{text}</span>
    </button>
  );
}
