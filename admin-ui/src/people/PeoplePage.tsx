import type { PeopleFilter, Person } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { UserSearch } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { MoreButton } from '../ui/MoreButton';
import { Blank, Page } from '../ui/Page';
import { usePages } from '@stogram/client/shared/usePages';
import { Waiting } from '../ui/Waiting';
import { PeopleFilters } from './PeopleFilters';
import { PersonItem } from './PersonItem';

const pause = 150;

export function PeoplePage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<PeopleFilter>({});
  const ask = useCallback((cursor?: string) => session.api.everybody(filter, cursor), [filter]);
  const { rows, error, busy, hasMore, more, look, change } = usePages<Person>(ask, pause);
  const put = (id: string, next: Person | null) =>
    change(people => people.flatMap(person => (person.id === id ? (next ? [next] : []) : [person])));
  return (
    <Page title={t('admin.people')} text={t('people.sub')}>
      <PeopleFilters filter={filter} onChange={setFilter} />
      {!rows && <Waiting error={error} onRetry={() => void look()} />}
      {rows?.length === 0 && <Blank><Empty icon={UserSearch} title={t('people.nobody')} text={t('people.nobodySub')} /></Blank>}
      {rows && rows.length > 0 && (
        <ul aria-label={t('people.list')} aria-busy={busy} className="overflow-hidden rounded-lg border border-line bg-surface">
          {rows.map(person => <PersonItem key={person.id} me={me} person={person} onChange={next => put(person.id, next)} />)}
        </ul>
      )}
      {rows && (hasMore || error !== null) && <MoreButton busy={busy} error={error} onMore={() => void more()} />}
    </Page>
  );
}
