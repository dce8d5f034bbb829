import type { Hit } from '../found';
import { Marked } from '../Marked';
import type { Texts } from '../texts';
import { sayWhen } from './sayWhen';

interface Props {
  readonly hit: Hit;
  readonly meId: string;
  readonly texts: Texts;
  readonly locale: string;
}

/** Where, who, when, and what of it was found. */
export function HitRow({ hit, meId, texts, locale }: Props) {
  const who = hit.senderId === meId ? texts.you : hit.chatKind !== 'PRIVATE' && (hit.senderName ?? texts.gone);
  const kind = hit.kind && texts.kinds[hit.kind];
  return (
    <>
      <span class="search-line">
        <strong>{hit.chatName ?? texts.saved}</strong>
        <time dateTime={hit.sentAt}>{sayWhen(new Date(hit.sentAt), locale)}</time>
      </span>
      <span class="search-text">
        {who && <span class="search-who">{who}: </span>}
        <Marked text={hit.text} ranges={hit.ranges} />
        {!hit.text && kind}
      </span>
      {hit.files && <span class="search-files"><Marked {...hit.files} /></span>}
    </>
  );
}
