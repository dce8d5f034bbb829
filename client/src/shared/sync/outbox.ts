import type { Failure, Quote, SendRequest, StoredFile } from '../api/types';
import type { Part } from './chatState';

export interface Pending {
  id: string;
  chatId: string;
  content: string;
  replyTo: Quote | null;
  files: StoredFile[];
  isSilent?: boolean;
  /** Shows nothing of the page that it links to. */
  hidePreview?: boolean;
  /** Seconds that it lives once it is sent. */
  expiresIn?: number;
  /** Where in the chat it was written. */
  part?: Part;
  createdAt: string;
  /** The wire code of a final refusal; null while it is on its way. */
  failure: Failure | null;
}

const retried = new Set(['NETWORK', 'UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL', 'UNAUTHORIZED']);

export const isFinal = (code: string) => !retried.has(code);

export const requestOf = (pending: Pending): SendRequest => ({
  id: pending.id,
  chatId: pending.chatId,
  ...(pending.content && { content: pending.content }),
  ...(pending.replyTo && { replyToId: pending.replyTo.id }),
  ...(pending.replyTo?.quote && { quote: pending.replyTo.quote }),
  ...(pending.part?.kind === 'topic' && pending.part.seq > 0 && { topicSeq: pending.part.seq }),
  ...(pending.files.length && { fileIds: pending.files.map(file => file.id) }),
  ...(pending.isSilent && { isSilent: true }),
  ...(pending.hidePreview && { hidePreview: true }),
  ...(pending.expiresIn && { expiresIn: pending.expiresIn }),
});

/** The next to send in each chat: order within a chat is kept, one slow chat holds up no other. */
export function nextByChat(outbox: readonly Pending[]): Pending[] {
  const heads = new Map<string, Pending>();
  for (const pending of outbox) {
    if (!pending.failure && !heads.has(pending.chatId)) heads.set(pending.chatId, pending);
  }
  return [...heads.values()];
}

/** Doubling from half a second to half a minute, spread so that a restarted server is not stormed. */
export function backoff(attempt: number, random = Math.random): number {
  const ceiling = Math.min(30_000, 500 * 2 ** attempt);
  return ceiling * (0.5 + random() / 2);
}
