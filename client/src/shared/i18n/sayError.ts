import type { TFunction } from 'i18next';
import { codeOf } from '../api/error';

const known = [
  'NETWORK', 'UNAVAILABLE', 'RATE_LIMITED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'VALIDATION_FAILED',
  'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA', 'REJECTED', 'UNAUTHORIZED', 'INTERNAL',
] as const;

export const sayCode = (t: TFunction, code: string) => {
  const found = known.find(other => other === code) ?? 'INTERNAL';
  return t(`error.${found}`);
};

export const sayError = (t: TFunction, error: unknown) => sayCode(t, codeOf(error));

/** Edits, deletions and reactions do not wait for the line as messages do, and say so. */
export const sayChangeError = (t: TFunction, error: unknown) =>
  codeOf(error) === 'NETWORK' ? t('error.needsLine') : sayError(t, error);
