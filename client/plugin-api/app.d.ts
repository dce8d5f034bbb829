import type { AppEvents } from './events.d.ts';
import type { SearchSource } from './search.d.ts';
import type { AdminContribution, MessagePlace, Mount, SlotContribution, SlotName } from './slots.d.ts';
import type { ThemeTokens } from './theme.d.ts';
import type { Transform, Transforming } from './transform.d.ts';
import type { UserView } from './views.d.ts';

/** What both apps give a plugin, the one people chat in and the one administrators use. */
export interface PageApp {
  readonly contract: '0.1';
  /** The language the app speaks now, `en` or `ru`. When it changes, everything mounted is mounted anew. */
  readonly locale: string;
  readonly me: UserView;
  readonly theme: ThemeTokens;

  /**
   * `fetch` below `/api/{plugin id}`, signed in: `http('/' + chatId)`. Aborted when the plugin is switched off. Resolves
   * with the response whatever its status: read it with `answer`.
   */
  http(path: string, init?: RequestInit): Promise<Response>;

  /** The organization's values that the settings schema marks as public, as last read from the server. Frozen. */
  settings<T>(): T;

  /** Aborts when the plugin is switched off or the person signs out: stop timers and listeners by it. */
  readonly signal: AbortSignal;
}

/** The administration as one plugin sees it, while an administrator looks at it. */
export interface AdminApp extends PageApp {
  /** With the plugin's settings. Throws for a slot the administration does not have. */
  slot(name: 'admin.plugin.settings@1', contribution: AdminContribution): void;
}

/** The app as one plugin sees it, from `activate` until `signal` aborts. */
export interface StogramApp extends PageApp {
  /** Shows a contribution in a place, wherever that place appears. Throws for a slot this app does not have. */
  slot<K extends SlotName>(name: K, contribution: SlotContribution<K>): void;

  /** Shows the plugin's page, what it has put in `app.route@1`, at a path of its own: `openPage('results?by=age')`. */
  openPage(path?: string): void;

  /**
   * Draws the messages of a kind of the plugin's, one of the manifest's `messageKinds`, where their text would be: that is
   * shown while nothing draws them, and where the drawing fails. Throws for a kind that is drawn already.
   */
  messageKind(kind: string, mount: Mount<MessagePlace>): void;

  /**
   * Dispatches a realtime command of the plugin's server half. Resolves with the answer's data; rejects with a
   * `CallError`, code `NETWORK` while there is no connection.
   */
  call<T = unknown>(command: string, payload?: unknown): Promise<T>;

  /** Calls the handler at each event, until the plugin is switched off. What the handler throws is logged. */
  on<K extends keyof AppEvents>(event: K, handler: (payload: AppEvents[K]) => void): void;
  on<T>(event: `${string}:${string}`, handler: (payload: T) => void): void;

  /**
   * Says in the reader's language why this plugin's server half refused a message: called with the refusal's details
   * each time such a message is shown. Without it, or if it throws, the server's words are shown.
   */
  explain(code: string, say: (details: Readonly<Record<string, unknown>>) => string): void;

  /** Has a source on this device asked in each search, until the plugin is switched off. */
  searchSource(source: SearchSource): void;

  /**
   * Changes messages on their way out of this device and onto its screen, until the plugin is switched off: what it changed
   * is then shown as it is stored. Throws for a way that the manifest does not name in `contributes.web.transforms`.
   */
  transform(transform: Transform): Transforming;
}
