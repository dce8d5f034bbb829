import { charAt, isLetter, isNameCharacter, isSpace, isTagCharacter, isWordAt } from './characters';

const longestName = 32;
const longestTag = 64;
const longestLabel = 256;
const longestAddress = 2048;
const ends = '.,:;!?…»”’)]}*_~|';

/** `[words](https://…)`: the words are shown as they are. */
export function readLink(raw: string, at: number, to: number): { labelEnd: number; url: string; end: number } | null {
  const most = Math.min(to, at + 2 + longestLabel);
  let labelEnd = at + 1;
  let isBlank = true;
  for (; labelEnd < most && raw[labelEnd] !== ']'; labelEnd++) {
    if (raw[labelEnd] === '[' || raw[labelEnd] === '\n') return null;
    isBlank &&= isSpace(raw, labelEnd);
  }
  if (isBlank || labelEnd >= most || raw[labelEnd + 1] !== '(') return null;
  const from = labelEnd + 2;
  const end = addressEnd(raw, from, to, ')');
  if (end === null || raw[end] !== ')' || end >= to) return null;
  return { labelEnd, url: raw.slice(from, end), end: end + 1 };
}

/** An address of the web, without the full stop that ends the sentence. */
export function readAddress(raw: string, at: number, to: number): number | null {
  const end = addressEnd(raw, at, to, '');
  if (end === null) return null;
  let bare = end;
  while (ends.includes(raw[bare - 1]!)) bare--;
  // A bracket belongs to the address if it was opened in it.
  if (raw[bare] === ')' && count(raw, at, bare, '(') > count(raw, at, bare, ')')) bare++;
  return bare > hostOf(raw, at)! ? bare : null;
}

export function readMention(raw: string, at: number, to: number): number | null {
  let end = at + 1;
  while (end < to && end - at <= longestName + 1 && isNameCharacter(raw, end)) end++;
  if (end - at - 1 > longestName) return null;
  while (raw[end - 1] === '.') end--;
  return end - at - 1 >= 2 ? end : null;
}

export function readTag(raw: string, at: number, to: number): number | null {
  let end = at + 1;
  let hasLetter = false;
  for (let length = 0; end < to; length++) {
    const character = charAt(raw, end);
    if (!isTagCharacter(character)) break;
    if (length === longestTag) return null;
    hasLetter ||= isLetter(character);
    end += character.length;
  }
  return hasLetter ? end : null;
}

/** Where an address that begins here ends, if one does: http or https, and a host. */
function addressEnd(raw: string, at: number, to: number, stop: string): number | null {
  const host = hostOf(raw, at);
  if (host === null || !isWordAt(raw, host, to)) return null;
  let end = host;
  while (end < to && end - at <= longestAddress && !isSpace(raw, end) && !`<>"'\``.includes(raw[end]!) && raw[end] !== stop) end++;
  return end - at > longestAddress ? null : end;
}

function hostOf(raw: string, at: number): number | null {
  const scheme = raw.slice(at, at + 8).toLowerCase();
  if (scheme === 'https://') return at + 8;
  return scheme.startsWith('http://') ? at + 7 : null;
}

function count(raw: string, from: number, to: number, character: string): number {
  let found = 0;
  for (let at = from; at < to; at++) if (raw[at] === character) found++;
  return found;
}
