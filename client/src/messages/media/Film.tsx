import { Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { fileSize } from '../../shared/text/fileSize';
import { FileChip } from '../FileChip';
import { hush } from './player';

/** Nothing of a film is loaded until somebody wants to see it; then only as much as is watched. */
export function Film({ file }: { file: StoredFile }) {
  const { t, i18n } = useTranslation();
  const [url, setUrl] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isUnknown, setUnknown] = useState(false);
  const play = () => app.session.api.fileLink(file.id).then(link => setUrl(link.url), setError);
  if (isUnknown) return <><p className="pt-1 text-xs">{t('files.cannotPlay')}</p><FileChip file={file} /></>;
  const box = '-mx-1.5 -mt-px mb-1 aspect-video w-88 max-w-[calc(100%+var(--s3))] rounded-md bg-sunken';
  if (url) return <video src={url} controls autoPlay playsInline aria-label={file.name} onPlay={hush} onError={() => setUnknown(true)} className={`${box} max-h-100`} />;
  return (
    <button type="button" aria-label={t('files.play', { name: file.name })} onClick={() => void play()} className={`${box} relative grid place-items-center text-ink`}>
      <span className="grid size-14 place-items-center rounded-full bg-accent text-on-accent"><Play aria-hidden size={26} strokeWidth={1.8} /></span>
      <span className="absolute inset-x-3 bottom-2 flex justify-between gap-3 text-left text-xs text-ink-2">
        <span className="truncate">{file.name}</span>
        <span role={error === null ? undefined : 'alert'} className="shrink-0">{error === null ? fileSize(file.size, t, i18n.language) : sayError(t, error)}</span>
      </span>
    </button>
  );
}
