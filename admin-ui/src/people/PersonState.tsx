import type { Person } from '@stogram/client/shared/api/administration';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { roleName } from '../ui/roleName';
import { useMoment } from '../ui/useMoment';

/** In a phone's row the role stands here too, where its own column has no room. */
export function PersonState({ person }: { person: Person }) {
  const { t } = useTranslation();
  const at = useMoment();
  const seen = person.lastSeenAt ? t('people.seen', { at: at(person.lastSeenAt) }) : t('people.neverSeen');
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <span className="pane:hidden">{roleName(t, person.role)},</span>
      {person.deactivatedAt ? <span className="font-medium text-bad">{t('people.isOff')}</span> : <span className="text-ink-2">{seen}</span>}
      {person.resetAskedAt && !person.deactivatedAt && (
        <span className="inline-flex items-center gap-1 rounded-full bg-accent-soft px-2.5 py-0.5 text-xs font-medium text-accent-text">
          <KeyRound aria-hidden size={13} />{t('people.asked')}
        </span>
      )}
    </div>
  );
}
