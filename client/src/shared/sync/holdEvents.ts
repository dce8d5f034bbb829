import { applyChange, type Change } from './applyEvent';
import type { ChatState } from './chatState';

export interface Held {
  state: ChatState;
  waiting: Change[];
}

/** Applies what connects, keeps what is ahead; a non-empty rest is a gap if it is still there after the grace. */
export function takeChanges(state: ChatState, changes: readonly Change[], meId: string): Held {
  let current = state;
  const waiting: Change[] = [];
  for (const change of [...changes].sort((a, b) => a.rev - b.rev)) {
    if (change.rev <= current.rev + 1) current = applyChange(current, change, meId);
    else waiting.push(change);
  }
  return { state: current, waiting };
}

/** Waits before it cries gap: events of parallel commits may overtake each other by a moment. */
export class GapWatch {
  #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly onGap: (chatId: string) => void,
    private readonly graceMs = 300,
  ) {}

  update(chatId: string, isWaiting: boolean) {
    const timer = this.#timers.get(chatId);
    if (!isWaiting && timer) this.clear(chatId, timer);
    if (!isWaiting || timer) return;
    const started = setTimeout(() => {
      this.#timers.delete(chatId);
      this.onGap(chatId);
    }, this.graceMs);
    this.#timers.set(chatId, started);
  }

  stop() {
    for (const [chatId, timer] of this.#timers) this.clear(chatId, timer);
  }

  private clear(chatId: string, timer: ReturnType<typeof setTimeout>) {
    clearTimeout(timer);
    this.#timers.delete(chatId);
  }
}
