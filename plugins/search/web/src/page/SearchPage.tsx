import type { SearchPlace } from '@stogram/plugin';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Asked, finished, isNothing, readAsked, unfinished, writeAsked } from '../asked';
import type { Finder } from '../Finder';
import { Icon } from '../Icon';
import type { Texts } from '../texts';
import { Chips } from './Chips';
import { type Choice, choicesOf, firstFound } from './choices';
import { ChoiceList } from './ChoiceList';
import type { Recent } from './Recent';
import { Status } from './Status';
import { useFound } from './useFound';
import { useSuggestions } from './useSuggestions';

export interface PageProps {
  readonly place: SearchPlace;
  readonly finder: Finder;
  readonly recent: Recent;
  readonly meId: string;
  readonly texts: Texts;
  readonly locale: string;
}

/** Slot sidebar.search: the field, its filters, and what was found. */
export function SearchPage({ place, finder, recent, meId, texts, locale }: PageProps) {
  const asked = readAsked(place.query);
  const finding = useFound(place.query, finder, place.sources);
  const suggestions = useSuggestions(asked.words, finder);
  const [active, setActive] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const ask = (next: Asked) => place.setQuery(writeAsked(next));
  const choices = useMemo(() => choicesOf(asked, finding.found, suggestions, recent.all), [place.query, finding.found, suggestions]);
  const at = Math.min(active ?? firstFound(choices), choices.length - 1);

  useEffect(() => setActive(null), [place.query]);
  useEffect(() => field.current?.focus(), []);

  const choose = (choice: Choice) => {
    const words = unfinished(asked.words)?.before ?? '';
    switch (choice.kind) {
      case 'recent': return place.setQuery(choice.query);
      case 'words':
        ask({ ...asked, words: choice.words });
        return field.current?.focus();
      case 'suggestion': {
        const { key, id, name } = choice.suggestion;
        ask({ ...asked, words, [key === 'from' ? 'person' : 'chat']: { id, name } });
        return field.current?.focus();
      }
      case 'person':
        recent.add(place.query);
        return place.openPerson(choice.person.id);
      case 'chat':
        recent.add(place.query);
        return place.open(choice.chat.id);
      case 'message':
        recent.add(place.query);
        return place.open(choice.hit.chatId, choice.hit.seq);
    }
  };

  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(at + step, choices.length - 1)));
      if (at + step >= choices.length) finding.more();
    } else if (event.key === 'Enter' && choices[at] && !event.isComposing) {
      event.preventDefault();
      choose(choices[at]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (isNothing(asked)) place.leave();
      else place.setQuery('');
    }
  };

  return (
    <div class="search-page" role="search">
      <header class="search-head">
        <button type="button" class="search-button" aria-label={texts.back} onClick={place.leave}><Icon name="back" /></button>
        <div class="search-field">
          <input
            ref={field}
            type="text"
            role="combobox"
            enterkeyhint="search"
            autocomplete="off"
            maxLength={400}
            aria-label={texts.title}
            aria-expanded={choices.length > 0}
            aria-controls="search-choices"
            aria-autocomplete="list"
            aria-activedescendant={choices.length > 0 ? `search-choice-${at}` : undefined}
            placeholder={texts.placeholder}
            value={asked.words}
            onInput={event => ask({ ...asked, words: event.currentTarget.value })}
            onKeyDown={onKey}
          />
          {asked.words && <button type="button" class="search-button" aria-label={texts.clear} onClick={() => ask({ ...asked, words: '' })}><Icon name="close" /></button>}
        </div>
      </header>
      <Chips asked={asked} texts={texts} onChange={ask} />
      <Status asked={finished(asked)} finding={finding} count={choices.filter(({ kind }) => kind !== 'recent').length} texts={texts} onForget={() => { recent.forget(); ask(asked); }} hasRecent={recent.all.length > 0} />
      {choices.length > 0 && <ChoiceList choices={choices} active={at} meId={meId} texts={texts} locale={locale} onChoose={choose} onEnd={finding.more} />}
    </div>
  );
}
