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

/** The places that take a contribution, and what each hands over. The number after @ grows when that changes. */
export interface SlotProps {
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

export interface Contribution<P> {
  /** Unique within the plugin. */
  readonly id: string;
  /** Lower comes first; 0 where nothing is said, then by the plugin's id. */
  readonly order?: number;
  /** Called each time the properties change: false leaves the contribution out. */
  when?(props: P): boolean;
  readonly mount: Mount<P>;
}
