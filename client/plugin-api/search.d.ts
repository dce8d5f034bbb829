/** What a source is asked for. */
export interface SearchQuestion {
  /** The words alone, in small letters, without operators. */
  readonly words: readonly string[];
  /** Only in this chat; in all where it is null. */
  readonly chatId: string | null;
  /** At most so many hits, the newest first. */
  readonly limit: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** A message that a source has found. */
export interface SearchHit {
  readonly chatId: string;
  readonly seq: number;
  readonly messageId: string;
  readonly senderId: string;
  readonly senderName: string | null;
  readonly chatName: string | null;
  /** The part that shows why it was found. */
  readonly text: string;
  /** Where in the text it is, in UTF-16 code units. */
  readonly ranges: readonly { readonly start: number; readonly length: number }[];
  /** ISO 8601. */
  readonly sentAt: string;
}

/**
 * Finds on this device what the server cannot read. Its hits are shown among the server's; where both have the same
 * message, the server's is. Throwing leaves its hits out.
 */
export interface SearchSource {
  /** Unique within the plugin. */
  readonly id: string;
  search(question: SearchQuestion): Promise<readonly SearchHit[]>;
}
