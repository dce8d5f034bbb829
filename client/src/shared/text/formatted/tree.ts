import type { Entity, EntityKind, Formatted } from './entities';

export interface Piece extends Pick<Entity, 'url' | 'language'> {
  kind: EntityKind | 'text';
  /** All of it, with what is inside. */
  text: string;
  inside: Piece[];
}

const blocks: readonly Piece['kind'][] = ['pre', 'blockquote'];

/** Entities as they nest, with the text between them. */
export function toTree(formatted: Formatted): Piece[] {
  const waiting = [...formatted.entities];
  return piecesOf(formatted.text, 0, formatted.text.length, waiting);
}

function piecesOf(text: string, from: number, to: number, waiting: Entity[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const say = (end: number) => {
    // The line ends with the block that stands in it.
    const begin = pieces.length && blocks.includes(pieces.at(-1)!.kind) && text[at] === '\n' ? at + 1 : at;
    if (end > begin) pieces.push({ kind: 'text', text: text.slice(begin, end), inside: [] });
  };
  while (waiting.length && waiting[0]!.offset < to) {
    const { type, offset, length, ...more } = waiting.shift()!;
    say(offset);
    const inside = piecesOf(text, offset, offset + length, waiting);
    pieces.push({ kind: type, text: text.slice(offset, offset + length), inside, ...more });
    at = offset + length;
  }
  say(to);
  return pieces;
}
