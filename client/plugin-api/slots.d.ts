import type { SearchSource } from './search.d.ts';
import type { MessageView } from './views.d.ts';

/** The chat in which something is shown. Frozen. */
export interface ChatPlace {
  readonly chatId: string;
  readonly chatType: 'PRIVATE' | 'GROUP' | 'CHANNEL';
  /** The signed-in person's role in this chat. */
  readonly myRole: 'OWNER' | 'ADMIN' | 'MEMBER';
}

/** A chat, and where to go in it. Frozen. */
export interface ChatReader extends ChatPlace {
  /** Shows a message where it was said, and lights it up. */
  jump(seq: number): void;
  /** Where else is looked by who searches in it, see {@link StogramApp.searchSource}. */
  readonly sources: readonly SearchSource[];
}

/** A message where it is shown. Frozen. */
export interface MessagePlace extends ChatPlace {
  readonly message: MessageView;
}

/** A search, which is an address: whoever opens the same one sees the same. Frozen. */
export interface SearchPlace {
  /** What the address says after the question mark: yours to write and to read. */
  readonly query: string;
  /** The chat that is open beside it. */
  readonly chatId: string | null;
  /** Where else is looked, see {@link StogramApp.searchSource}. */
  readonly sources: readonly SearchSource[];
  setQuery(query: string): void;
  /** Opens a chat at a message; beside the search, and on a phone over it. */
  open(chatId: string, seq?: number): void;
  /** Opens the private chat with somebody. */
  openPerson(userId: string): void;
  /** Back to the chats. */
  leave(): void;
}

/** The app, wherever somebody is in it. Frozen. */
export interface AppPlace {
  /** The chat that is open. */
  readonly chatId: string | null;
  /** Opens a chat, at a message where one is given. */
  openChat(chatId: string, seq?: number): void;
}

/** A page of the plugin's own, which is an address: `/app/{plugin}/{path}?{query}`. Frozen. */
export interface RoutePlace {
  /** Empty on the first of its pages. */
  readonly path: string;
  readonly query: string;
  /** Another of its pages: `go('results?by=age')`. */
  go(to: string): void;
  /** To where one came from. */
  back(): void;
}

/** An administrator's look at the plugin in one organization, while it is on there. Frozen. */
export interface AdminPlace {
  /** What holds now, defaults among it; a secret that is set comes masked, and sent back masked it stays. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Checked by the plugin's schema. Rejects with a `CallError`: `VALIDATION_FAILED` says in `details` what is wrong, by field. */
  save(values: Readonly<Record<string, unknown>>): Promise<void>;
}

/** The places that take a contribution, and what each hands over. The number after @ grows when that changes. */
export interface SlotProps {
  /** Over all else, on every page. Give what is drawn a place of its own: `position: fixed`; what it leaves free stays in use. */
  'app.overlay@1': AppPlace;
  /** A page below `/app/{plugin}`, beside the chats; on a phone the whole screen. One for each plugin, see {@link StogramApp.openPage}. */
  'app.route@1': RoutePlace;
  /** Above the chats in their list, as wide as it. */
  'sidebar.section@1': AppPlace;
  /** Below the list of chats, as wide as it. */
  'sidebar.footer@1': AppPlace;
  /** Below a message, as wide as it may be. */
  'message.below@1': MessagePlace;
  /** An entry in the menu of a message. */
  'message.actions@1': MessagePlace;
  /** A section of the settings, with an entry among the others. */
  'settings.section@1': Readonly<Record<never, never>>;
  /** Between the messages and the field they are written in, as wide as the field. */
  'composer.above@1': ChatPlace;
  /** Buttons in the field a message is written in, before its words, 44 px each. */
  'composer.actions@1': ChatPlace;
  /** A section of the chat's info panel; the app draws the line above it and the space around it. */
  'chat.panel@1': ChatPlace;
  /** Buttons at the end of the chat's head, 44 px each. */
  'chat.header.actions@1': ChatPlace;
  /** Below the chat's head, as wide as it. */
  'chat.header.below@1': ChatReader;
  /** The left column while somebody searches, at `/search`. Where nothing fills it the app has no search. */
  'sidebar.search@1': SearchPlace;
}

export type SlotName = keyof SlotProps;

export interface Mounted<P> {
  /** Called with the new properties when they change. Without it the contribution is unmounted and mounted anew. */
  update?(props: P): void;
  /** Called when the place goes away or the plugin is switched off; the element is removed right after. */
  unmount(): void;
}

/**
 * Called when the place appears, with an empty element of the page's own document. Draw into that element and nowhere
 * else. Throwing leaves the contribution out; one that breaks later says so with `fail` and is unmounted.
 */
export type Mount<P> = (el: HTMLElement, props: P, fail: (error: unknown) => void) => Mounted<P>;

/** What every contribution has. */
export interface Placing<P> {
  /** Unique within the plugin. */
  readonly id: string;
  /** Lower comes first; 0 where nothing is said, then by the plugin's id. */
  readonly order?: number;
  /** Called each time the properties change: false leaves the contribution out. */
  when?(props: P): boolean;
}

/** What the app draws for the plugin, as it draws its own. */
export interface Titled {
  /** In the app's language; called anew when that changes. */
  title(): string;
  /** The `d` of an SVG path in a box of 24 by 24, drawn as a line of 1.8. Without it a piece of a puzzle. */
  readonly icon?: string;
}

export interface Contribution<P> extends Placing<P> {
  readonly mount: Mount<P>;
}

/** An entry of a menu. */
export interface ActionContribution<P> extends Placing<P>, Titled {
  /** Called when it is chosen, after the menu has closed. */
  run(props: P): void;
}

/** What a slot takes: something to mount, with a title where the app shows a way to it, or an entry of a menu. */
export type SlotContribution<K extends SlotName> =
  K extends 'message.actions@1' ? ActionContribution<SlotProps[K]>
    : K extends 'app.route@1' | 'settings.section@1' ? Contribution<SlotProps[K]> & Titled
      : Contribution<SlotProps[K]>;

export interface AdminContribution extends Contribution<AdminPlace> {
  /** In place of the form that is made of the schema, rather than below it. */
  readonly instead?: boolean;
}
