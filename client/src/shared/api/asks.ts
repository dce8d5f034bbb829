import type { Request } from './request';

type Query = Record<string, string | number | undefined>;

/** The verbs of HTTP, as the routes say them. */
export const asksOf = (request: Request) => ({
  get: async <T>(path: string, query?: Query) => (await request<T>(path, { query })).data,
  post: async <T>(path: string, body?: unknown) => (await request<T>(path, { method: 'POST', body })).data,
  put: async <T>(path: string, body?: unknown) => (await request<T>(path, { method: 'PUT', body })).data,
  patch: async <T>(path: string, body: unknown) => (await request<T>(path, { method: 'PATCH', body })).data,
  remove: async <T>(path: string, body?: unknown) => (await request<T>(path, { method: 'DELETE', body })).data,
  /** Without a token: for whoever is not signed in. */
  open: async <T>(path: string, body?: unknown) =>
    (await request<T>(path, { method: body ? 'POST' : 'GET', body, anonymous: true })).data,
});
