import { type Asked, isNothing } from '../asked';
import type { Texts } from '../texts';
import type { Finding } from './useFound';

interface Props {
  readonly asked: Asked;
  readonly finding: Finding;
  readonly count: number;
  readonly texts: Texts;
  readonly hasRecent: boolean;
  readonly onForget: () => void;
}

/** How the search stands, in a line that is read out. */
export function Status({ asked, finding: { found, isBusy, fault, again }, count, texts, hasRecent, onForget }: Props) {
  if (isNothing(asked)) {
    return hasRecent
      ? <div class="search-recent"><h2>{texts.recent}</h2><button type="button" onClick={onForget}>{texts.forget}</button></div>
      : <p class="search-hint">{texts.hint}</p>;
  }
  if (fault !== null) {
    return <div class="search-hint" role="alert"><p>{fault || texts.failed}</p>{!fault && <button type="button" onClick={again}>{texts.again}</button>}</div>;
  }
  if (!found) return <p class="search-status" role="status">{isBusy && texts.busy}</p>;
  if (count === 0 && !isBusy) {
    return <div class="search-hint" role="status"><p><strong>{texts.nothing}</strong></p><p>{texts.nothingHint}</p></div>;
  }
  return <p class="search-status" role="status" aria-busy={isBusy}>{texts.count(found.messages.length + found.people.length + found.chats.length, found.cursor !== null)}</p>;
}
