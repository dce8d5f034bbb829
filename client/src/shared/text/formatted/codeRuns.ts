/** Runs of backticks: code ends with a run as long as the one it began with. */
export class CodeRuns {
  readonly #byLength = new Map<number, number[]>();

  constructor(private readonly raw: string, from: number, private readonly to: number) {
    for (let at = to - 1; at >= from; at--) {
      if (raw[at] !== '`') continue;
      const end = at + 1;
      while (at > from && raw[at - 1] === '`') at--;
      const places = this.#byLength.get(end - at);
      if (places) places.push(at);
      else this.#byLength.set(end - at, [at]);
    }
  }

  lengthAt(at: number): number {
    let end = at;
    while (end < this.to && this.raw[end] === '`') end++;
    return end - at;
  }

  /** The next run of that length; asked with growing places, so what lies before is dropped. */
  next(length: number, from: number): number | null {
    const places = this.#byLength.get(length) ?? [];
    while (places.length && places.at(-1)! < from) places.pop();
    return places.at(-1) ?? null;
  }
}
