import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Wide lines scroll inside of it; a click copies the whole. */
export function CodeBlock({ code, language }: { code: string; language?: string | undefined }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <span className="my-1 block max-w-full overflow-hidden rounded-sm bg-ink/8">
      <span className="flex items-center justify-between gap-2 pr-1 pl-2 text-xs text-ink-2">
        <span>{language ?? t('text.code')}</span>
        <button type="button" aria-label={t(isCopied ? 'text.copied' : 'text.copyCode')} onClick={() => void copy()} className="grid size-7 place-items-center rounded-sm hover:bg-ink/8">
          <Icon aria-hidden size={14} />
        </button>
      </span>
      <code dir="ltr" tabIndex={0} className="block overflow-x-auto px-2 pb-2 font-mono text-sm whitespace-pre">{code}</code>
    </span>
  );
}
