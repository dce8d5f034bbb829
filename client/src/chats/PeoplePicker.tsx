import { Check } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../shared/api/types';
import { sayError } from '../shared/i18n/sayError';
import { Avatar } from '../shared/ui/Avatar';
import { SearchField } from '../shared/ui/SearchField';
import { Spinner } from '../shared/ui/Spinner';
import { stepRows } from '../shared/ui/stepRows';
import { usePeople } from './usePeople';

export interface PeoplePickerProps {
  /** Ids of the chosen; null where a choice acts at once. */
  chosen: readonly string[] | null;
  without?: ReadonlySet<string>;
  nobody?: string;
  /** Stands between the search field and the people. */
  first?: ReactNode;
  onPick: (person: User) => void;
}

export function PeoplePicker({ chosen, without, nobody, first, onPick }: PeoplePickerProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const { people, hasMore, error } = usePeople(query);
  const list = useRef<HTMLUListElement>(null);
  const offered = people?.filter(person => !without?.has(person.id));

  return (
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={event => stepRows(event, list.current)}>
      <div className="px-3 pb-2">
        <SearchField autoFocus label={t('new.search')} clearLabel={t('chats.clearFilter')} value={query} onChange={setQuery} />
      </div>
      {first && <div className="px-2">{first}</div>}
      {error !== null && <p role="alert" className="p-6 text-center text-ink-2">{sayError(t, error)}</p>}
      {!offered && error === null && <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div>}
      {offered?.length === 0 && <p className="p-6 text-center text-ink-2">{query ? t('new.nobody') : (nobody ?? t('new.alone'))}</p>}
      <ul ref={list} aria-label={t('new.people')} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {offered?.map(person => (
          <li key={person.id}>
            <Person person={person} isChosen={chosen?.includes(person.id) ?? null} onPick={() => onPick(person)} />
          </li>
        ))}
        {hasMore && <li className="p-4 text-center text-sm text-ink-2">{t('new.more')}</li>}
      </ul>
    </div>
  );
}

function Person({ person, isChosen, onPick }: { person: User; isChosen: boolean | null; onPick: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={isChosen ?? undefined}
      onClick={onPick}
      className="flex min-h-14 w-full items-center gap-3 rounded-md px-2 text-left -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover"
    >
      <Avatar id={person.id} name={person.displayName} picture={person.avatarUrl} size="md" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{person.displayName}</span>
        <span className="block truncate text-sm text-ink-2">@{person.username}</span>
      </span>
      {isChosen !== null && (
        <span className={`grid size-6 place-items-center rounded-full border ${isChosen ? 'border-accent bg-accent text-on-accent' : 'border-line'}`}>
          {isChosen && <Check aria-hidden size={15} strokeWidth={2.5} />}
        </span>
      )}
    </button>
  );
}
