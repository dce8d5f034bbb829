import type { TFunction } from 'i18next';
import { ApiError } from '../api/error';
import { sayError } from '../i18n/sayError';
import { fileSize } from '../text/fileSize';

/** A file that is too large is told how large it may be. */
export function sayUpload(t: TFunction, error: unknown, language: string): string {
  const limit = error instanceof ApiError && error.code === 'PAYLOAD_TOO_LARGE' ? Number(error.details.limit) : 0;
  return limit ? t('files.tooLarge', { limit: fileSize(limit, t, language) }) : sayError(t, error);
}
