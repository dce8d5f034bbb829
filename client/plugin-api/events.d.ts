import type { MessageView } from './views.d.ts';

/** Why a message was not taken. */
export interface Refusal {
  readonly chatId: string;
  readonly id: string;
  /** The code of the plugin that refused it, or else the server's own, such as `FORBIDDEN`. */
  readonly code: string;
  /** The server's words. */
  readonly message: string;
  /** What the refusing plugin added, such as `retryAfter`. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** The app's own events. Any other name is a realtime event that a plugin's server half sends, `prefix:name`. */
export interface AppEvents {
  /** A message written on this device was stored. `at` is `Date.now()` of this device when that was known. */
  'message:sent': { readonly chatId: string; readonly id: string; readonly at: number };
  /** A message written on this device was refused for good; it stays in the chat as not sent. */
  'message:rejected': Refusal;
  /** A message arrived live, one's own from any device among them. Missed while offline: never the only source. */
  'message:new': MessageView;
  /** There is a connection, for the first time or again: what was told meanwhile was missed, so ask for it. */
  'connected': undefined;
}
