export type Piece = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

const address = /https?:\/\/[^\s<>"']+/giu;
const trailing = /[.,:;!?…»”’)\]}]+$/u;

/** Only http and https become links, and only what the URL parser takes; everything else stays text. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(address)) {
    const found = trim(match[0]);
    if (!URL.canParse(found)) continue;
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) });
    pieces.push({ kind: 'link', text: found, href: new URL(found).href });
    at = match.index + found.length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}

/** The full stop after an address ends the sentence; a bracket belongs to the address if it was opened in it. */
function trim(found: string): string {
  const end = trailing.exec(found)?.[0];
  if (!end) return found;
  const bare = found.slice(0, -end.length);
  return end.startsWith(')') && bare.split('(').length > bare.split(')').length ? `${bare})` : bare;
}
