import type { TFunction } from 'i18next';
import type { StoredFile } from '../api/types';
import { plain } from './formatted/plain';

/** A message in one line. */
export function summary({ content, files }: { content: string | null; files: StoredFile[] }, t: TFunction): string {
  if (content) return plain(content);
  const file = files[0];
  if (!file) return '';
  if (isVoice(file)) return t('files.voice');
  if (file.contentType.startsWith('video/')) return t('files.video');
  return isPicture(file) ? t('chats.photo') : file.name;
}

export const isPicture = (file: StoredFile) => /^image\/(?:png|jpeg|gif|webp|avif)$/u.test(file.contentType);

/** Only recordings have a waveform or a length of their own. */
export const isVoice = (file: StoredFile) => file.contentType.startsWith('audio/') && (Boolean(file.waveform) || Boolean(file.duration));
