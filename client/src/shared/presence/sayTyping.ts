const every = 3_000;

/** Tells a chat that somebody types: at once, then every so often, and that it is over. */
export class SayTyping {
  #saidAt = -Infinity;

  constructor(
    private readonly say: (on: boolean) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  typed(text: string) {
    if (text.trim() === '') return this.stop();
    if (this.now() - this.#saidAt < every) return;
    this.#saidAt = this.now();
    this.say(true);
  }

  stop() {
    if (this.#saidAt === -Infinity) return;
    this.#saidAt = -Infinity;
    this.say(false);
  }

  /** The message itself says that it is written. */
  sent() {
    this.#saidAt = -Infinity;
  }
}
