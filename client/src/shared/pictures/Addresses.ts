/** Files fetched once and shown by an address on this device. The latest stay at hand, so that scrolling does not load again. */
export class Addresses {
  readonly #known = new Map<string, Promise<string>>();

  constructor(
    private readonly fetch: (fileId: string) => Promise<Blob>,
    private readonly most: number,
  ) {}

  of(fileId: string): Promise<string> {
    const known = this.#known.get(fileId);
    if (known) return known;
    const made = this.fetch(fileId).then(blob => URL.createObjectURL(blob));
    this.#known.set(fileId, made);
    made.catch(() => this.#known.delete(fileId));
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.most && oldest) this.#forget(oldest);
    return made;
  }

  clear() {
    for (const id of [...this.#known.keys()]) this.#forget(id);
  }

  #forget(fileId: string) {
    void this.#known.get(fileId)?.then(URL.revokeObjectURL, () => undefined);
    this.#known.delete(fileId);
  }
}
