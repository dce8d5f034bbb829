import { codeOf } from '../api/error';
import type { SavedDraft } from '../api/types';
import { type Draft, isEmpty, unsaid } from './draft';
import { isFinal } from './outbox';

export interface DraftHost {
  /** Null where there is nothing to save: no such chat, or one whose words stay on the device. */
  draft(chatId: string): Draft | null;
  unsaved(): string[];
  canSend(): boolean;
  save(chatId: string, draft: Draft): Promise<SavedDraft>;
  /** The server's own, or none if it takes none. */
  saved(chatId: string, asked: Draft, answer: SavedDraft | null): void;
}

const pause = 1_000;

/** Brings drafts to their second home: at most once a second while somebody types, and after a line that was down. */
export class DraftSaver {
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #busy = new Set<string>();

  constructor(private readonly host: DraftHost) {}

  touch(chatId: string) {
    const draft = this.host.draft(chatId);
    if (!draft || draft.isSaved) return;
    // That a draft is gone must be known before the next device is looked at.
    if (isEmpty(unsaid(draft))) this.#later(chatId, 0);
    else if (!this.#timers.has(chatId)) this.#later(chatId, pause);
  }

  hurry() {
    for (const chatId of this.host.unsaved()) this.#later(chatId, 0);
  }

  stop() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #later(chatId: string, ms: number) {
    clearTimeout(this.#timers.get(chatId));
    this.#timers.set(chatId, setTimeout(() => {
      this.#timers.delete(chatId);
      void this.#save(chatId);
    }, ms));
  }

  async #save(chatId: string) {
    const draft = this.host.draft(chatId);
    if (!draft || draft.isSaved || !this.host.canSend()) return;
    if (this.#busy.has(chatId)) return this.#later(chatId, pause);
    this.#busy.add(chatId);
    try {
      this.host.saved(chatId, draft, await this.host.save(chatId, draft));
    } catch (error) {
      if (isFinal(codeOf(error))) this.host.saved(chatId, draft, null);
      else if (codeOf(error) !== 'NETWORK') this.#later(chatId, pause * 5);
    } finally {
      this.#busy.delete(chatId);
    }
  }
}
