import type { Failure } from './types';

export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }

  static of(failure: Failure, retryAfter: number | null = null) {
    const { retryAfter: told } = failure.details ?? {};
    return new ApiError(failure.code, failure.message, failure.details, typeof told === 'number' ? told : retryAfter);
  }

  /** The first complaint about each field, keyed by the field's wire name. */
  get fields(): Record<string, string> {
    if (this.code !== 'VALIDATION_FAILED' && this.code !== 'CONFLICT') return {};
    const entries = Object.entries(this.details).map(([field, said]) => [field, String([said].flat()[0])] as const);
    return Object.fromEntries(entries);
  }
}

export const offline = () => new ApiError('NETWORK', 'The server cannot be reached.');

export const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : 'INTERNAL');
