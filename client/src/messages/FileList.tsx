import type { StoredFile } from '../shared/api/types';
import { isPicture } from '../shared/text/summary';
import { FileChip } from './FileChip';
import { Album } from './media/Album';
import { Film } from './media/Film';
import { Sound } from './media/Sound';
import { Picture } from './Picture';

/** Pictures first, together; then everything else as it is. */
export function FileList({ files }: { files: StoredFile[] }) {
  const pictures = files.filter(isPicture);
  return (
    <>
      {pictures.length > 1 ? <Album files={pictures} /> : pictures.map(file => <Picture key={file.id} file={file} />)}
      {files.filter(file => !isPicture(file)).map(file => <Other key={file.id} file={file} />)}
    </>
  );
}

function Other({ file }: { file: StoredFile }) {
  if (file.contentType.startsWith('audio/')) return <Sound file={file} />;
  if (file.contentType.startsWith('video/')) return <Film file={file} />;
  return <FileChip file={file} />;
}
