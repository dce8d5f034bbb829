import type { TFunction } from 'i18next';
import type { StoredFile } from '../api/types';
import { plain } from './formatted/plain';

/** A message in one line. */
export function summary({ content, files }: { content: string | null; files: StoredFile[] }, t: TFunction): string {
  if (content) return plain(content);
  const file = files[0];
  if (!file) return '';
  return isPicture(file) ? t('chats.photo') : file.name;
}

export const isPicture = (file: StoredFile) => /^image\/(?:png|jpeg|gif|webp|avif)$/u.test(file.contentType);
