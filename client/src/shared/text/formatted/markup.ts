import { type Entity, type EntityKind, type Formatted, kinds } from './entities';

interface Span extends Pick<Entity, 'url' | 'language'> {
  type: EntityKind;
  from: number;
  to: number;
}

/** What parsing found, by places in the text as typed: characters that are not shown, bullets, and spans. */
export class Markup {
  readonly #cuts: [from: number, to: number][] = [];
  readonly #bullets: number[] = [];
  readonly #spans: Span[] = [];

  cut(from: number, to: number) {
    if (to > from) this.#cuts.push([from, to]);
  }

  bullet(at: number) {
    this.#bullets.push(at);
  }

  span(type: EntityKind, from: number, to: number, more: Pick<Entity, 'url' | 'language'> = {}) {
    if (to > from) this.#spans.push({ type, from, to, ...more });
  }

  applyTo(raw: string): Formatted {
    const cuts = this.#cuts.sort(([a], [b]) => a - b);
    const text = bulleted(raw, this.#bullets);
    let shown = '';
    let at = 0;
    for (const [from, to] of cuts) {
      shown += text.slice(at, from);
      at = to;
    }
    const moved = mover(cuts);
    const entities = this.#spans.map(({ from, to, ...span }) => {
      const offset = moved(from);
      return { ...span, offset, length: moved(to) - offset };
    });
    return { text: shown + text.slice(at), entities: entities.filter(({ length }) => length > 0).sort(inOrder) };
  }
}

function bulleted(raw: string, bullets: number[]): string {
  if (bullets.length === 0) return raw;
  const units = raw.split('');
  for (const at of bullets) units[at] = '•';
  return units.join('');
}

/** From places in the text as typed to places in the text as shown. */
function mover(cuts: [number, number][]): (at: number) => number {
  const lost: number[] = [0];
  for (const [from, to] of cuts) lost.push(lost.at(-1)! + to - from);
  return at => {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cuts[middle]![0] < at) low = middle + 1;
      else high = middle;
    }
    return at - lost[low]!;
  };
}

const inOrder = (a: Entity, b: Entity) =>
  a.offset - b.offset || b.length - a.length || kinds.indexOf(a.type) - kinds.indexOf(b.type);
