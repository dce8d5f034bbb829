import { ApiError, codeOf } from '../api/error';
import type { Failure, Message } from '../api/types';
import { backoff, isFinal, nextByChat, type Pending, requestOf } from './outbox';

export interface OutboxHost {
  outbox(): readonly Pending[];
  canSend(): boolean;
  send(request: ReturnType<typeof requestOf>): Promise<Message>;
  sent(pending: Pending, message: Message): void;
  /** Sending pauses, for so many seconds, because the server asks for it. */
  paused(seconds: number): void;
  failed(pending: Pending, code: string, message: string, details: Failure['details']): void;
}

/** One sender per chat; the same id again after any doubt, so a retry cannot make a second message. */
export class Drain {
  #busy = new Set<string>();
  #attempts = new Map<string, number>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly host: OutboxHost,
    private readonly wait: typeof backoff = backoff,
  ) {}

  run() {
    if (!this.host.canSend()) return;
    for (const pending of nextByChat(this.host.outbox())) {
      if (!this.#busy.has(pending.chatId) && !this.#timers.has(pending.chatId)) void this.#send(pending);
    }
  }

  /** The connection is back: nobody needs to sit out a pause that was meant for a dead line. */
  hurry() {
    this.stop();
    this.run();
  }

  stop() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #send(pending: Pending) {
    this.#busy.add(pending.chatId);
    try {
      const message = await this.host.send(requestOf(pending));
      this.#attempts.delete(pending.id);
      this.host.sent(pending, message);
    } catch (error) {
      this.#refused(pending, error);
    } finally {
      this.#busy.delete(pending.chatId);
    }
    this.run();
  }

  #refused(pending: Pending, error: unknown) {
    const code = codeOf(error);
    if (isFinal(code)) {
      this.#attempts.delete(pending.id);
      const details = error instanceof ApiError ? error.details : {};
      this.host.failed(pending, code, error instanceof Error ? error.message : '', details);
      return;
    }
    const attempt = this.#attempts.get(pending.id) ?? 0;
    this.#attempts.set(pending.id, attempt + 1);
    const asked = error instanceof ApiError ? error.retryAfter ?? 0 : 0;
    if (code === 'RATE_LIMITED' && asked) this.host.paused(asked);
    this.#pause(pending.chatId, Math.max(asked * 1000, this.wait(attempt)));
  }

  #pause(chatId: string, ms: number) {
    const timer = setTimeout(() => {
      this.#timers.delete(chatId);
      this.run();
    }, ms);
    this.#timers.set(chatId, timer);
  }
}
