import type { StoredFile } from '../shared/api/types';
import { app } from '../shared/app';

/** A link of this moment, and the browser's own download: it streams to the disk, however large the file. */
export async function saveFile(file: StoredFile) {
  const { url } = await app.session.api.fileLink(file.id);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
}
