import type { StoredFile } from '../../shared/api/types';
import { Picture } from '../Picture';

/** Several pictures of one message in a grid; an odd one begins with a wide one. */
export function Album({ files }: { files: StoredFile[] }) {
  return (
    <div className="-mx-1.5 -mt-px mb-1 grid w-88 max-w-[calc(100%+var(--s3))] grid-cols-2 gap-0.75 overflow-hidden rounded-md">
      {files.map((file, at) => <Picture key={file.id} file={file} tile={files.length % 2 === 1 && at === 0 ? 'wide' : 'square'} />)}
    </div>
  );
}
