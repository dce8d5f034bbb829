import type { SearchSource } from '@stogram/plugin';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nothing } from '../asked';
import type { Finder } from '../Finder';
import { Icon } from '../Icon';
import type { Texts } from '../texts';
import type { Bars } from './Bars';
import { useIsOpen } from './useIsOpen';
import { useMatches } from './useMatches';

interface Props {
  readonly chatId: string;
  readonly jump: (seq: number) => void;
  readonly sources: readonly SearchSource[];
  readonly bars: Bars;
  readonly finder: Finder;
  readonly texts: Texts;
}

/** Slot chat.header.below: from match to match, the newest first, and to a day. */
export function ChatBar(props: Props) {
  return useIsOpen(props.bars, props.chatId) ? <Bar {...props} /> : null;
}

function Bar({ chatId, jump, sources, bars, finder, texts }: Props) {
  const [words, setWords] = useState('');
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const matches = useMatches({ ...nothing, words, chat: { id: chatId, name: '' }, newest: true }, finder, sources, jump);
  useEffect(() => field.current?.focus(), []);
  const close = () => bars.toggle(chatId);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      matches.step(event.shiftKey ? -1 : 1);
    }
  };
  const goTo = async (day: string) => {
    const seq = day ? await finder.day(chatId, day).catch(() => null) : null;
    setSaid(day && seq === null ? texts.noDay : '');
    if (seq !== null) jump(seq);
  };
  const place = matches.count === 0 ? texts.none : texts.place(matches.at + 1, matches.count, matches.hasMore);
  return (
    <div class="search-bar" role="search" aria-label={texts.inChat} onKeyDown={onKey}>
      <div class="search-field">
        <Icon name="search" />
        <input ref={field} type="text" enterkeyhint="search" autocomplete="off" maxLength={400} aria-label={texts.inChat} placeholder={texts.inChat} value={words} onInput={event => { setWords(event.currentTarget.value); setSaid(''); }} />
        <span class="search-place" role="status">{said || (matches.isFailed ? texts.failed : words.trim() && matches.isDone && place)}</span>
      </div>
      <label class="search-button" title={texts.day}>
        <Icon name="day" />
        <input type="date" aria-label={texts.day} onChange={event => void goTo(event.currentTarget.value)} />
      </label>
      <button type="button" class="search-button" aria-label={texts.older} title={texts.older} disabled={matches.at + 1 >= matches.count && !matches.hasMore} onClick={() => matches.step(1)}><Icon name="up" /></button>
      <button type="button" class="search-button" aria-label={texts.newer} title={texts.newer} disabled={matches.at <= 0} onClick={() => matches.step(-1)}><Icon name="down" /></button>
      <button type="button" class="search-button" aria-label={texts.close} title={texts.close} onClick={close}><Icon name="close" /></button>
    </div>
  );
}
