import { readFileSync } from 'node:fs';
import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');
const hues = [262, 240, 290, 330, 20];

function tokens(selector: string): Record<string, string> {
  const blocks = css.split('}').filter(block => block.slice(0, block.indexOf('{')).trim().endsWith(selector) && !block.includes('@media'));
  return Object.fromEntries(blocks.flatMap(block => [...block.matchAll(/--([\w-]+):\s*([^;]+);/gu)].map(([, name, value]) => [name!, value!.trim()])));
}

const light = tokens(':root');
const themes = { light, dark: { ...light, ...tokens('[data-theme="dark"]') } };

function colour(theme: Record<string, string>, name: string, hue: number): string {
  const value = theme[name]!;
  const alias = /^var\(--([\w-]+)\)$/u.exec(value);
  return alias ? colour(theme, alias[1]!, hue) : value.replace('var(--hue)', String(hue));
}

const pairs = [
  ...['surface', 'canvas', 'raised', 'sunken', 'hover', 'selected', 'theirs'].flatMap(back => [['text', back], ['text-2', back]]),
  ['bad', 'hover'],
  ...['surface', 'raised', 'theirs'].map(back => ['text-3', back]),
  ...['surface', 'canvas', 'raised', 'accent-soft', 'selected', 'mine', 'theirs'].map(back => ['accent-text', back]),
  ...['surface', 'raised', 'canvas'].flatMap(back => [['bad', back], ['good-text', back], ['warn-text', back]]),
  ['on-accent', 'accent'], ['on-accent', 'accent-strong'], ['on-accent', 'bad'], ['mine-text', 'mine'], ['mine-meta', 'mine'],
] as [string, string][];

describe.each(Object.entries(themes))('text in %s', (_, theme) => {
  it.each(pairs)('--%s on --%s reaches 4.5 to 1 for every accent', (front, back) => {
    for (const hue of hues) {
      expect(wcagContrast(colour(theme, front, hue), colour(theme, back, hue)), `hue ${hue}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('names people readably in every hue', () => {
    for (let hue = 0; hue < 360; hue += 5) {
      const name = `oklch(${theme['name-light']} ${theme['name-chroma']} ${hue})`;
      expect(wcagContrast(name, colour(theme, 'theirs', 262)), `hue ${hue}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});
