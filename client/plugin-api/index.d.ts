export type { AdminApp, PageApp, StogramApp } from './app.d.ts';
export type { AppEvents, Refusal } from './events.d.ts';
export type { SearchHit, SearchQuestion, SearchSource } from './search.d.ts';
export type {
  ActionContribution, AdminContribution, AdminPlace, AppPlace, ChatPlace, ChatReader, Contribution, MessagePlace, Mount, Mounted, Placing, RoutePlace,
  SearchPlace, SlotContribution, SlotName, SlotProps, Titled,
} from './slots.d.ts';
export type { ThemeTokens, TokenName } from './theme.d.ts';
export type { DraftView, Transform, Transforming } from './transform.d.ts';
export type { MessageView, UserView } from './views.d.ts';

import type { AdminApp, StogramApp } from './app.d.ts';

/** The version of the web contract these types describe. */
export declare const contract: '0.1';

/**
 * What a plugin's module exports: called after sign-in, and again each time the plugin is switched on while the
 * page stays open. Register everything here and start nothing else: what was registered through `app` is taken back
 * when the plugin is switched off. Throwing leaves the plugin out and the app whole.
 */
export type Activate = (app: StogramApp) => void | Promise<void>;

/**
 * What a module exports as `activateAdmin` where its manifest lists the slot `admin.plugin.settings@1`: called in the
 * administration when an administrator opens the plugin there. Throwing leaves the plugin out and the page whole.
 */
export type ActivateAdmin = (app: AdminApp) => void | Promise<void>;

/** What {@link StogramApp.call} and {@link answer} throw: the error of the server's envelope. */
export interface CallError extends Error {
  /** Such as `FORBIDDEN`; `NETWORK` when the server could not be reached. */
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Reads the envelope of a {@link StogramApp.http} answer: its data, or throws a {@link CallError}. */
export declare function answer<T>(response: Response): Promise<T>;

/** The words in the app's language, or else in the first one listed. */
export declare function words<T>(locale: string, languages: Readonly<Record<string, T>>): T;
