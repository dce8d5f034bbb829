import { parse } from './parse';

/** What is said, in one line of plain text; what is hidden in it stays hidden. */
export function plain(raw: string): string {
  const { text, entities } = parse(raw);
  let shown = '';
  let at = 0;
  for (const { type, offset, length } of entities) {
    if (type !== 'spoiler' || offset < at) continue;
    shown += text.slice(at, offset) + '▒'.repeat(Math.min(length, 12));
    at = offset + length;
  }
  return (shown + text.slice(at)).replace(/\s+/gu, ' ').trim();
}
