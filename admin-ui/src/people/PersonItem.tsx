import type { Person } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';
import { Avatar } from '@stogram/client/shared/ui/Avatar.tsx';
import { IconButton } from '@stogram/client/shared/ui/IconButton.tsx';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleName } from '../ui/roleName';
import { PersonDetails } from './PersonDetails';
import { PersonState } from './PersonState';

export interface PersonItemProps {
  me: Me;
  person: Person;
  /** Null where the account is gone. */
  onChange: (person: Person | null) => void;
}

export function PersonItem({ me, person, onChange }: PersonItemProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const name = useId();
  return (
    <li aria-labelledby={name} className="border-line not-first:border-t">
      <div className={`grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2.5 pane:grid-cols-[auto_minmax(0,1.6fr)_6.5rem_minmax(0,1fr)_auto] pane:gap-x-4 ${person.deactivatedAt ? 'text-ink-2' : ''}`}>
        <Avatar id={person.id} name={person.displayName} picture={person.avatarUrl} size="md" />
        <div className="min-w-0">
          <h2 id={name} className="truncate font-semibold">
            {person.displayName}{person.id === me.id && <span className="ml-1.5 text-sm font-normal text-ink-2">{t('people.you')}</span>}
          </h2>
          <p className="truncate text-sm text-ink-2">@{person.username}, {person.email}</p>
        </div>
        <p className="text-sm max-pane:hidden">{roleName(t, person.role)}</p>
        <div className="min-w-0 max-pane:order-last max-pane:col-span-2 max-pane:col-start-2"><PersonState person={person} /></div>
        <IconButton
          icon={ChevronDown}
          label={t('people.details', { name: person.displayName })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? details : undefined}
          className={isOpen ? '*:rotate-180' : ''}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && <PersonDetails id={details} me={me} person={person} onChange={onChange} />}
    </li>
  );
}
