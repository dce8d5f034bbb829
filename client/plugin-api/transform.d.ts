import type { MessageView } from './views.d.ts';

/** A message that is about to leave this device. Frozen. */
export interface DraftView {
  /** The same again where sending is tried again. */
  readonly id: string;
  readonly chatId: string;
  /** A message that is stored already is said differently: of what is returned `content` alone counts. */
  readonly isEdit: boolean;
  readonly content: string;
  /** What secret chats take in place of `content`, which is empty then; null in every other chat. */
  readonly encryptedContent: string | null;
  /** By plugin, for those whose manifest says `clientExtra`. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly replyToId: string | null;
  readonly fileIds: readonly string[];
}

/** Changes messages on this device: those it sends before they leave it, those it shows after they came. */
export interface Transform {
  /** Lower comes first on the way out and last on the way in; 0 where nothing is said, then by the plugin's id. */
  readonly order?: number;
  /**
   * Called before each message is sent, at once or later, and before each edit is saved. `content`, `encryptedContent` and
   * `extra` count of what it returns. Throwing, or taking more than 10 s, keeps the message here, marked as not sent.
   */
  outgoing?(draft: DraftView): DraftView | Promise<DraftView>;
  /**
   * Called before a message is shown, once for all it says; until it returns the message is shown as it came. `content`
   * and `extra` count of what it returns. Throwing, or taking more than 5 s, shows the message as it came, with a hint.
   */
  incoming?(message: MessageView): MessageView | Promise<MessageView>;
}

export interface Transforming {
  /** Has all messages asked about anew, for instance once a key is there. */
  again(): void;
}
