import type { TFunction } from 'i18next';
import { ApiError, codeOf } from '../api/error';

const known = [
  'NETWORK', 'UNAVAILABLE', 'RATE_LIMITED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'VALIDATION_FAILED',
  'PASSKEY_CANCELLED', 'PASSKEY_KNOWN', 'PASSKEY_ELSEWHERE', 'PAYLOAD_TOO_LARGE', 'QUOTA_EXCEEDED', 'UNSUPPORTED_MEDIA', 'REJECTED',
  'UNAUTHORIZED', 'INTERNAL',
] as const;

const reasons = ['BLOCKED', 'UNREACHABLE', 'UNSIGNED', 'UNTRUSTED'] as const;

/** Why not, where the server says so; else what the code means. */
export const sayCode = (t: TFunction, code: string, details: Record<string, unknown> = {}) => {
  const reason = reasons.find(other => other === details.reason);
  if (reason) return t(`refused.${reason}`);
  if (code === 'PLUGIN_FAILED') return t('transform.failed', { plugin: String(details.plugin) });
  const found = known.find(other => other === code) ?? 'INTERNAL';
  return t(`error.${found}`);
};

export function sayError(t: TFunction, error: unknown) {
  if (!(error instanceof ApiError)) return sayCode(t, codeOf(error));
  if (error.code === 'RATE_LIMITED' && error.retryAfter) return t('limits.again', { count: error.retryAfter });
  const limit = Number(error.details.limit);
  return limit > 0 ? t('error.limit', { count: limit }) : sayCode(t, error.code, error.details);
}

/** Names those who do not let themselves be added to a group. */
export function sayAddingError(t: TFunction, error: unknown) {
  const { reason, ...people } = error instanceof ApiError && error.code === 'FORBIDDEN' ? error.details : {};
  const names = Object.values(people).join(', ');
  return names && !reason ? t('refused.adding', { names }) : sayError(t, error);
}

/** Edits, deletions and reactions do not wait for the line as messages do, and say so. */
export const sayChangeError = (t: TFunction, error: unknown) =>
  codeOf(error) === 'NETWORK' ? t('error.needsLine') : sayError(t, error);
