import type { StoredFile } from '../shared/api/types';
import { isPicture } from '../shared/text/summary';
import { FileChip } from './FileChip';
import { Picture } from './Picture';

export const FileList = ({ files }: { files: StoredFile[] }) =>
  files.map(file => (isPicture(file) ? <Picture key={file.id} file={file} /> : <FileChip key={file.id} file={file} />));
