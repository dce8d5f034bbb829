import { ImageOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../shared/api/types';
import { view } from './media/viewing';
import { usePicture } from './usePicture';

/** Neither a hair nor a tower: what is longer is cut, and whole in the viewer. */
const shapeOf = ({ width, height }: StoredFile) => (width && height ? Math.min(2.4, Math.max(0.75, width / height)) : 1.6);

/** The box keeps its size from the first frame, whatever arrives in it and whenever. */
export function Picture({ file, tile }: { file: StoredFile; tile?: 'square' | 'wide' }) {
  const { t } = useTranslation();
  const { address, isLost } = usePicture(file);
  const alone = '-mx-1.5 -mt-px mb-1 w-88 max-w-[calc(100%+var(--s3))] rounded-md';
  const place = !tile ? alone : tile === 'wide' ? 'col-span-2' : '';
  const box = `${place} grid min-w-0 place-items-center overflow-hidden bg-sunken text-ink-3`;
  const style = { aspectRatio: !tile ? shapeOf(file) : tile === 'wide' ? 2 : 1 };
  if (!address) return <span className={box} style={style} role="img" aria-label={file.name}>{isLost && <ImageOff aria-hidden size={28} strokeWidth={1.6} />}</span>;
  return (
    <button type="button" onClick={() => view(file)} aria-label={t('messages.open', { name: file.name })} className={box} style={style}>
      <img src={address} alt={file.name} className="fade-in size-full object-cover" />
    </button>
  );
}
