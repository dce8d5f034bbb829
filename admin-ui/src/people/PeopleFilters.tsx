import type { PeopleFilter } from '@stogram/client/shared/api/administration';
import { SearchField } from '@stogram/client/shared/ui/SearchField.tsx';
import { Select } from '@stogram/client/shared/ui/Select.tsx';
import { useTranslation } from 'react-i18next';
import { roleName } from '../ui/roleName';

const states = ['active', 'deactivated', 'reset'] as const;
const roles = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'] as const;

export function PeopleFilters({ filter, onChange }: { filter: PeopleFilter; onChange: (filter: PeopleFilter) => void }) {
  const { t } = useTranslation();
  const change = (part: PeopleFilter) => onChange({ ...filter, ...part });
  return (
    <div role="search" className="mb-3 grid grid-cols-2 gap-2 pane:grid-cols-[minmax(0,1fr)_11rem_14rem]">
      <div className="max-pane:col-span-2">
        <SearchField label={t('people.search')} clearLabel={t('people.clear')} value={filter.q ?? ''} onChange={q => change({ q })} />
      </div>
      <Select
        bare
        label={t('people.role')}
        value={filter.role ?? ''}
        options={[{ value: '', label: t('people.anyRole') }, ...roles.map(value => ({ value, label: roleName(t, value) }))]}
        onChange={role => change({ role })}
      />
      <Select
        bare
        label={t('people.state')}
        value={filter.state ?? ''}
        options={[{ value: '', label: t('people.anyState') }, ...states.map(value => ({ value, label: t(`people.${value}`) }))]}
        onChange={state => change({ state })}
      />
    </div>
  );
}
