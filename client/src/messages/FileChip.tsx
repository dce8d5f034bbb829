import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../shared/api/types';
import { sayError } from '../shared/i18n/sayError';
import { fileSize } from '../shared/text/fileSize';
import { Spinner } from '../shared/ui/Spinner';
import { saveFile } from './saveFile';

export function FileChip({ file }: { file: StoredFile }) {
  const { t, i18n } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const download = async () => {
    setBusy(true);
    setError(null);
    await saveFile(file).catch(setError);
    setBusy(false);
  };
  return (
    <button type="button" disabled={busy} onClick={() => void download()} aria-label={t('messages.download', { name: file.name })} className="my-1 flex min-h-11 max-w-full items-center gap-3 text-left">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
        {busy ? <Spinner size={19} /> : <FileDown aria-hidden size={19} strokeWidth={1.8} />}
      </span>
      <span className="min-w-0 leading-tight">
        <span className="block truncate font-medium">{file.name}</span>
        <span role={error === null ? undefined : 'alert'} className="block text-xs">
          {error === null ? fileSize(file.size, t, i18n.language) : sayError(t, error)}
        </span>
      </span>
    </button>
  );
}
