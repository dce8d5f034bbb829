import type { StogramApp } from '@stogram/plugin';
import { vi } from 'vitest';

type Handler = (payload: unknown) => void;

/** The app as far as slow mode uses it: answers as it is told to, and events by hand. */
export function fakeApp(locale = 'en') {
  const handlers = new Map<string, Handler>();
  const switchedOff = new AbortController();
  const http = vi.fn<StogramApp['http']>();
  const app = {
    locale,
    me: { id: 'bo' },
    signal: switchedOff.signal,
    http,
    on: (event: string, handler: Handler) => void handlers.set(event, handler),
  } as unknown as StogramApp;
  return {
    app,
    http,
    answers: (data: object) => http.mockImplementation(() => Promise.resolve(Response.json({ success: true, data }))),
    refuses: (code: string) =>
      http.mockImplementation(() => Promise.resolve(Response.json({ success: false, error: { code, message: 'No.' } }))),
    hears: (event: string, payload: object) => handlers.get(event)!(payload),
    switchOff: () => switchedOff.abort(),
  };
}
