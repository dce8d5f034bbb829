import { isEscapable, isSpace, isWordAt, isWordBefore } from './characters';
import { CodeRuns } from './codeRuns';
import { Emphasis } from './emphasis';
import type { Markup } from './markup';
import { readAddress, readLink, readMention, readTag } from './tokens';

const marks = '*_~|';

/** One walk from left to right; what an address, a name or code takes in is not looked at again. */
export function markInline(raw: string, from: number, to: number, markup: Markup) {
  const code = new CodeRuns(raw, from, to);
  const emphasis = new Emphasis(markup);
  for (let at = from; at < to; ) {
    const character = raw[at]!;
    if (character === '\\' && at + 1 < to && isEscapable(raw, at + 1)) {
      markup.cut(at, at + 1);
      at += 2;
    } else if (character === '`') {
      at = markCode(code, at, markup);
    } else if (marks.includes(character)) {
      at = markEmphasis(raw, from, at, to, emphasis);
    } else {
      at = markToken(raw, from, at, to, markup);
    }
  }
}

function markCode(code: CodeRuns, at: number, markup: Markup): number {
  const length = code.lengthAt(at);
  const end = code.next(length, at + length);
  if (end === null) return at + length;
  markup.cut(at, at + length);
  markup.span('code', at + length, end);
  markup.cut(end, end + length);
  return end + length;
}

function markEmphasis(raw: string, from: number, at: number, to: number, emphasis: Emphasis): number {
  const character = raw[at]!;
  let end = at;
  while (end < to && raw[end] === character) end++;
  // A single star or any underline is a sign for words; inside of one, as in snake_case or 2*3, it is not.
  const asksForWord = character === '_' || (character === '*' && end - at === 1);
  const canOpen = end < to && !isSpace(raw, end) && !(asksForWord && isWordBefore(raw, from, at));
  const canClose = at > from && !isSpace(raw, at - 1) && !(asksForWord && isWordAt(raw, end, to));
  emphasis.take(character, at, end, canOpen, canClose);
  return end;
}

function markToken(raw: string, from: number, at: number, to: number, markup: Markup): number {
  const character = raw[at]!;
  if (character === '[') {
    const link = readLink(raw, at, to);
    if (!link) return at + 1;
    markup.cut(at, at + 1);
    markup.span('text_link', at + 1, link.labelEnd, { url: link.url });
    markup.cut(link.labelEnd, link.end);
    return link.end;
  }
  if (!'hH@#'.includes(character) || isWordBefore(raw, from, at)) return at + 1;
  const [kind, read] = character === '@' ? ['mention', readMention] as const
    : character === '#' ? ['hashtag', readTag] as const
    : ['url', readAddress] as const;
  const end = read(raw, at, to);
  if (end === null) return at + 1;
  markup.span(kind, at, end);
  return end;
}
