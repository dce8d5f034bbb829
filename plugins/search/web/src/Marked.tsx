import type { SearchHit } from '@stogram/plugin';
import type { ComponentChildren } from 'preact';

/** A text with what was found in it set off. */
export function Marked({ text, ranges }: Pick<SearchHit, 'text' | 'ranges'>) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, length } of ranges) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, start + length)}</mark>);
    at = start + length;
  }
  return <>{parts}{text.slice(at)}</>;
}
