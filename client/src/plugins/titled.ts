import type { Titled } from '@stogram/plugin';
import { glyph } from './glyph';
import { guard } from './guard';

/** How the app shows a way to what a plugin contributes; by the plugin's id where it cannot say its name. */
export const titled = ({ plugin, slot, contribution }: { plugin: string; slot: string; contribution: Titled }) => ({
  title: guard(plugin, `title of ${slot}`, () => String(contribution.title()), plugin),
  icon: glyph(contribution.icon),
});
