import { createLucideIcon, type LucideIcon, Puzzle } from 'lucide-react';

const drawn = new Map<string, LucideIcon>();

/** A plugin's icon, drawn as the app's own are. */
export function glyph(icon: string | undefined): LucideIcon {
  if (icon === undefined) return Puzzle;
  const found = drawn.get(icon) ?? createLucideIcon('plugin', [['path', { d: icon, key: 'd' }]]);
  drawn.set(icon, found);
  return found;
}
