import type { TFunction } from 'i18next';
import type { StoredFile } from '../api/types';

/** A message in one line. */
export function summary({ content, files }: { content: string | null; files: StoredFile[] }, t: TFunction): string {
  if (content) return content.replace(/\s+/gu, ' ');
  const file = files[0];
  if (!file) return '';
  return isPicture(file) ? t('chats.photo') : file.name;
}

export const isPicture = (file: StoredFile) => /^image\/(?:png|jpeg|gif|webp|avif)$/u.test(file.contentType);
