import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';

/** Something to take along. Without the clipboard, over plain http, the text can still be marked and copied. */
export function CopyBox({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true), () => undefined);
  const Icon = isCopied ? Check : Copy;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        readOnly
        aria-label={label}
        value={text}
        onFocus={event => event.target.select()}
        className="h-11.5 min-w-0 flex-1 basis-48 rounded-md border border-line bg-raised px-3 text-sm text-ink outline-none focus:border-accent"
      />
      <Button look="quiet" onClick={() => void copy()}>
        <Icon aria-hidden size={17} />{t(isCopied ? 'common.copied' : 'common.copy')}
      </Button>
    </div>
  );
}
