import type { KeyboardEvent } from 'react';

interface Selection {
  text: string;
  from: number;
  to: number;
}

const marks: Record<string, string> = { b: '**', i: '_', e: '`', 'shift+x': '~~', 'shift+p': '||' };

/** The marks of a shortcut: Ctrl or ⌘ with B, I, E, Shift+X, Shift+P. */
export function marksOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  return marks[`${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`] ?? null;
}

/** Puts marks around what is selected, or takes them away where they are; space at its ends stays outside. */
export function withMarks({ text, from, to }: Selection, mark: string): Selection {
  const chosen = text.slice(from, to);
  const start = from + chosen.length - chosen.trimStart().length;
  const end = Math.max(start, to - (chosen.length - chosen.trimEnd().length));
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (before.endsWith(mark) && after.startsWith(mark)) {
    const inner = text.slice(start, end);
    return { text: before.slice(0, -mark.length) + inner + after.slice(mark.length), from: start - mark.length, to: end - mark.length };
  }
  return { text: before + mark + text.slice(start, end) + mark + after, from: start + mark.length, to: end + mark.length };
}
