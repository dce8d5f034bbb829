import { useEffect, useState } from 'preact/hooks';
import { unfinished } from '../asked';
import type { Finder } from '../Finder';
import type { Suggestion } from '../found';

const none: readonly Suggestion[] = [];

/** Whom or which chat somebody means who writes from: or in:. */
export function useSuggestions(words: string, finder: Finder): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState(none);
  const asked = unfinished(words);
  useEffect(() => {
    setSuggestions(none);
    if (!asked?.text) return;
    let isWanted = true;
    finder.suggest(asked.key, asked.text).then(found => isWanted && setSuggestions(found), () => undefined);
    return () => {
      isWanted = false;
    };
  }, [asked?.key, asked?.text]);
  return suggestions;
}
