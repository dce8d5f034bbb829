/** In which chat the bar is open. */
export class Bars {
  #openIn: string | null = null;
  #heard = new Set<() => void>();

  get openIn() {
    return this.#openIn;
  }

  toggle(chatId: string) {
    this.#openIn = this.#openIn === chatId ? null : chatId;
    this.#heard.forEach(hear => hear());
  }

  watch(hear: () => void) {
    this.#heard.add(hear);
    return () => void this.#heard.delete(hear);
  }
}
