import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { User } from '../shared/api/types';
import { Avatar } from '../shared/ui/Avatar';

export function Chosen({ people, onRemove }: { people: readonly User[]; onRemove: (person: User) => void }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <ul aria-label={t('new.chosen', { count: people.length })} className="flex max-h-32 flex-wrap gap-1.5 overflow-y-auto px-4 pb-3">
      {people.map(person => (
        <li key={person.id}>
          <button
            type="button"
            aria-label={t('new.remove', { name: person.displayName })}
            onClick={() => onRemove(person)}
            className="flex h-9 items-center gap-2 rounded-full bg-accent-soft pr-2 text-sm font-medium text-accent-text"
          >
            <Avatar id={person.id} name={person.displayName} picture={person.avatarUrl} size="xs" />
            {person.displayName}
            <X aria-hidden size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
