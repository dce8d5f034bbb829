import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../shared/api/types';
import { fileSize } from '../shared/text/fileSize';
import { isPicture } from '../shared/text/summary';

export const FileList = ({ files }: { files: StoredFile[] }) =>
  files.map(file => (isPicture(file) ? <Picture key={file.id} file={file} /> : <FileChip key={file.id} file={file} />));

/** The box keeps its size from the first frame, whatever arrives in it and whenever. */
function Picture({ file }: { file: StoredFile }) {
  const { t } = useTranslation();
  return (
    <a href={file.url} target="_blank" rel="noopener" aria-label={t('messages.open', { name: file.name })} className="-mx-1.5 -mt-px mb-1 block w-88 max-w-[calc(100%+var(--s3))]">
      <img src={file.url} alt={file.name} loading="lazy" className="aspect-16/10 w-full rounded-md bg-sunken object-cover" />
    </a>
  );
}

function FileChip({ file }: { file: StoredFile }) {
  const { t, i18n } = useTranslation();
  return (
    <a href={file.url} download={file.name} aria-label={t('messages.download', { name: file.name })} className="my-1 flex min-h-11 items-center gap-3">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent text-on-accent"><FileDown aria-hidden size={19} strokeWidth={1.8} /></span>
      <span className="min-w-0 leading-tight">
        <span className="block truncate font-medium">{file.name}</span>
        <span className="block text-xs opacity-85">{fileSize(file.size, t, i18n.language)}</span>
      </span>
    </a>
  );
}
