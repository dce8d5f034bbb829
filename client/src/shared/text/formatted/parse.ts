import { markBlocks } from './blocks';
import type { Formatted } from './entities';
import { Markup } from './markup';

/**
 * Text as typed into text as shown and its entities. The server computes the same (`FormattedText` in
 * core/Stogram.Plugins); tests/texts holds both to it.
 */
export function parse(raw: string): Formatted {
  const markup = new Markup();
  markBlocks(raw, markup);
  return markup.applyTo(raw);
}
