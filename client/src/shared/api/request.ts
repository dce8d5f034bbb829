import { ApiError, offline } from './error';
import type { Envelope } from './types';

export interface Access {
  token(): string | null;
  refresh(): Promise<string | null>;
  /** Hears every refusal, whoever asked. */
  refused?(error: ApiError): void;
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Sent as it is, in place of a body. */
  file?: Blob;
  query?: Record<string, string | number | undefined>;
  anonymous?: boolean;
  headers?: Record<string, string>;
}

export interface Answer<T> {
  data: T;
  next: string | null;
}

export function makeRequest(access: Access, fetcher: typeof fetch = (...args) => fetch(...args)) {
  const send = async (path: string, ask: Ask, token: string | null) => {
    const headers: Record<string, string> = { 'X-Stogram-Client': 'web', Accept: 'application/json', 'Accept-Language': document.documentElement.lang, ...ask.headers };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (ask.body !== undefined) headers['Content-Type'] = 'application/json';
    const body = ask.file ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
    try {
      return await fetcher(`/api${path}${queryOf(ask.query)}`, { method: ask.method ?? 'GET', headers, body });
    } catch {
      throw offline();
    }
  };

  const answer = async <T>(path: string, ask: Ask): Promise<Answer<T>> => {
    if (ask.anonymous) return read<T>(await send(path, ask, null));
    const token = access.token() ?? (await access.refresh());
    if (!token) throw new ApiError('UNAUTHORIZED', 'Sign in first.');
    const response = await send(path, ask, token);
    if (response.status !== 401) return read<T>(response);
    const renewed = access.token() === token ? await access.refresh() : access.token();
    return renewed ? read<T>(await send(path, ask, renewed)) : read<T>(response);
  };

  return async function request<T>(path: string, ask: Ask = {}): Promise<Answer<T>> {
    try {
      return await answer<T>(path, ask);
    } catch (error) {
      if (error instanceof ApiError) access.refused?.(error);
      throw error;
    }
  };
}

export type Request = ReturnType<typeof makeRequest>;

async function read<T>(response: Response): Promise<Answer<T>> {
  const envelope = (await response.json().catch(() => null)) as Envelope<T> | null;
  if (envelope?.success) return { data: envelope.data, next: envelope.page?.next ?? null };
  const retryAfter = Number(response.headers.get('Retry-After')) || null;
  if (envelope) throw ApiError.of(envelope.error, retryAfter);
  throw new ApiError(response.status >= 500 ? 'UNAVAILABLE' : 'INTERNAL', response.statusText, {}, retryAfter);
}

function queryOf(query: Ask['query']) {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  return pairs.length ? `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}` : '';
}
