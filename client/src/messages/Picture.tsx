import { ImageOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../shared/api/types';
import { usePicture } from './usePicture';

/** The box keeps its size from the first frame, whatever arrives in it and whenever. */
export function Picture({ file }: { file: StoredFile }) {
  const { t } = useTranslation();
  const { address, isLost } = usePicture(file);
  const box = '-mx-1.5 -mt-px mb-1 grid aspect-16/10 w-88 max-w-[calc(100%+var(--s3))] place-items-center overflow-hidden rounded-md bg-sunken text-ink-3';
  if (!address) return <span className={box} role="img" aria-label={file.name}>{isLost && <ImageOff aria-hidden size={28} strokeWidth={1.6} />}</span>;
  return (
    <a href={address} target="_blank" rel="noopener" aria-label={t('messages.open', { name: file.name })} className={box}>
      <img src={address} alt={file.name} className="fade-in size-full object-cover" />
    </a>
  );
}
