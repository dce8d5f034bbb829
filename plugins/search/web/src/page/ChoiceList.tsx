import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { readAsked } from '../asked';
import { Icon } from '../Icon';
import type { Texts } from '../texts';
import type { Choice } from './choices';
import { HitRow } from './HitRow';

interface Props {
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly meId: string;
  readonly texts: Texts;
  readonly locale: string;
  readonly onChoose: (choice: Choice) => void;
  /** The last row came into sight. */
  readonly onEnd: () => void;
}

export function ChoiceList({ choices, active, meId, texts, locale, onChoose, onEnd }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [active]);
  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: { currentTarget: HTMLElement }) => {
    if (scrollTop + clientHeight > scrollHeight - 200) end.current();
  };
  const heads: Partial<Record<Choice['kind'], string>> = { person: texts.people, chat: texts.chats, message: texts.messages };
  return (
    <div ref={list} id="search-choices" class="search-list" role="listbox" aria-label={texts.title} onScroll={onScroll}>
      {choices.map((choice, index) => (
        <Fragment key={index}>
          {choice.kind !== choices[index - 1]?.kind && heads[choice.kind] && <h2 role="presentation">{heads[choice.kind]}</h2>}
          <div
            id={`search-choice-${index}`}
            role="option"
            aria-selected={index === active}
            class={`search-row ${choice.kind === 'message' ? 'is-message' : ''}`}
            onClick={() => onChoose(choice)}
          >
            <Shown choice={choice} meId={meId} texts={texts} locale={locale} />
          </div>
        </Fragment>
      ))}
    </div>
  );
}

function Shown({ choice, meId, texts, locale }: { choice: Choice } & Pick<Props, 'meId' | 'texts' | 'locale'>) {
  switch (choice.kind) {
    case 'recent': return <><Icon name="recent" /><span class="search-name">{sayAsked(choice.query, texts)}</span></>;
    case 'words': return <><Icon name="search" /><span class="search-name">{choice.words}</span></>;
    case 'suggestion': return <Named name={choice.suggestion.name} username={choice.suggestion.username} />;
    case 'person': return <Named name={choice.person.displayName} username={choice.person.username} />;
    case 'chat': return <Named name={choice.chat.name} />;
    case 'message': return <HitRow hit={choice.hit} meId={meId} texts={texts} locale={locale} />;
  }
}

const Named = ({ name, username }: { name: string; username?: string | null }) => (
  <>
    <span class="search-face" aria-hidden="true">{[...name][0]?.toUpperCase()}</span>
    <span class="search-name">{name}{username && <small>@{username}</small>}</span>
  </>
);

function sayAsked(query: string, texts: Texts): string {
  const { words, has, is, person, chat, since, until } = readAsked(query);
  return [
    words, person && texts.from(person.name), chat && texts.in(chat.name), ...has.map(kind => texts.has[kind]), ...is.map(state => texts.is[state]),
    since && `${texts.since} ${since}`, until && `${texts.until} ${until}`,
  ].filter(Boolean).join(' · ');
}
