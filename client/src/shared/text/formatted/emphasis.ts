import type { EntityKind } from './entities';
import type { Markup } from './markup';

interface Opener {
  character: string;
  length: number;
  at: number;
}

/** The marks that are open. What closes takes what was opened inside of it along, so spans never cross. */
export class Emphasis {
  readonly #open: Opener[] = [];
  readonly #counts = new Map<string, number>();

  constructor(private readonly markup: Markup) {}

  take(character: string, from: number, to: number, canOpen: boolean, canClose: boolean) {
    const isPaired = character === '~' || character === '|';
    if (isPaired ? to - from !== 2 : to - from > 3) return;
    const at = canClose ? this.#close(character, from, to, isPaired) : from;
    if (canOpen) this.#push(character, at, to);
  }

  /** Returns where the marks begin that closed nothing. */
  #close(character: string, from: number, to: number, isPaired: boolean): number {
    let at = from;
    while (at < to) {
      const lengths = (isPaired ? [2] : [2, 1]).filter(length => length <= to - at && this.#has(character, length));
      if (lengths.length === 0) break;
      const opener = this.#pop(character, lengths);
      this.markup.cut(opener.at, opener.at + opener.length);
      this.markup.span(kindOf(opener), opener.at + opener.length, at);
      this.markup.cut(at, at + opener.length);
      at += opener.length;
    }
    return at;
  }

  #push(character: string, from: number, to: number) {
    for (let at = from; at < to; ) {
      const length = to - at >= 2 ? 2 : 1;
      this.#open.push({ character, length, at });
      this.#count(character, length, 1);
      at += length;
    }
  }

  #pop(character: string, lengths: number[]): Opener {
    for (;;) {
      const opener = this.#open.pop()!;
      this.#count(opener.character, opener.length, -1);
      if (opener.character === character && lengths.includes(opener.length)) return opener;
    }
  }

  #has(character: string, length: number) {
    return (this.#counts.get(character + length) ?? 0) > 0;
  }

  #count(character: string, length: number, step: number) {
    this.#counts.set(character + length, (this.#counts.get(character + length) ?? 0) + step);
  }
}

function kindOf({ character, length }: Opener): EntityKind {
  if (character === '~') return 'strikethrough';
  if (character === '|') return 'spoiler';
  return length === 2 ? 'bold' : 'italic';
}
