import { markInline } from './inline';
import type { Markup } from './markup';

interface Line {
  from: number;
  to: number;
}

const fence = /^```([A-Za-z0-9_+#.-]{0,20})[ \t]*$/u;
const closing = /^```[ \t]*$/u;
const bullet = /^[ \t]{0,8}[-*] /u;

/** Fenced code, quotes, and the paragraphs between them; each line is looked at a bounded number of times. */
export function markBlocks(raw: string, markup: Markup) {
  const lines = linesOf(raw);
  const closers = lines.flatMap(({ from, to }, index) => (closing.test(raw.slice(from, to)) ? [index] : []));
  let paragraph = -1;
  const endParagraph = (index: number) => {
    if (paragraph >= 0) markInline(raw, lines[paragraph]!.from, lines[index - 1]!.to, markup);
    paragraph = -1;
  };

  let index = 0;
  while (index < lines.length) {
    const { from, to } = lines[index]!;
    while (closers.length && closers[0]! <= index) closers.shift();
    const opened = closers.length ? fence.exec(raw.slice(from, to)) : null;
    if (opened && closers[0]! > index + 1) {
      endParagraph(index);
      index = markCode(lines, index, closers[0]!, opened[1]!, markup);
    } else if (raw[from] === '>' && to > from) {
      endParagraph(index);
      index = markQuote(raw, lines, index, markup);
    } else {
      if (paragraph < 0) paragraph = index;
      const dash = bullet.exec(raw.slice(from, to));
      if (dash) markup.bullet(from + dash[0].length - 2);
      index++;
    }
  }
  endParagraph(lines.length);
}

function linesOf(raw: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= raw.length; ) {
    const end = raw.indexOf('\n', from);
    const to = end < 0 ? raw.length : end;
    lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

function markCode(lines: Line[], open: number, close: number, language: string, markup: Markup): number {
  const from = lines[open + 1]!.from;
  const to = lines[close - 1]!.to;
  markup.cut(lines[open]!.from, from);
  markup.cut(to, lines[close]!.to);
  markup.span('pre', from, to, language ? { language } : {});
  return close + 1;
}

function markQuote(raw: string, lines: Line[], first: number, markup: Markup): number {
  let index = first;
  let start = -1;
  for (; index < lines.length && raw[lines[index]!.from] === '>'; index++) {
    const { from, to } = lines[index]!;
    const said = from + (raw[from + 1] === ' ' ? 2 : 1);
    markup.cut(from, said);
    if (start < 0) start = said;
    markInline(raw, said, to, markup);
  }
  markup.span('blockquote', start, lines[index - 1]!.to);
  return index;
}
