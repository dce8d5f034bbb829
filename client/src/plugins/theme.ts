import type { ThemeTokens, TokenName } from '@stogram/plugin';

export const tokenNames = [
  'accent', 'accent-strong', 'on-accent', 'accent-soft', 'accent-text',
  'canvas', 'surface', 'raised', 'sunken', 'line', 'hover', 'selected',
  'text', 'text-2', 'text-3', 'good', 'good-text', 'warn', 'warn-text', 'bad',
  'font', 'mono', 't-xs', 't-sm', 't-md', 't-lg', 't-xl',
  's1', 's2', 's3', 's4', 's5', 's6', 'r-sm', 'r-md', 'r-lg', 'r-full', 'field',
  'ease', 'quick', 'calm', 'float',
] as const satisfies readonly TokenName[];

/** Variables and not values: they follow light, dark and the accent without anybody being told. */
export const theme = Object.freeze(Object.fromEntries(tokenNames.map(name => [name, `var(--${name})`]))) as ThemeTokens;
