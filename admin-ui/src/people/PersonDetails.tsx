import type { Person } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/Facts';
import { useMoment } from '../ui/useMoment';
import { PersonDeeds } from './PersonDeeds';
import { PersonDevices } from './PersonDevices';
import { PersonRole } from './PersonRole';
import { hindrance } from './rightsOver';

export interface PersonDetailsProps {
  id: string;
  me: Me;
  person: Person;
  onChange: (person: Person | null) => void;
}

export function PersonDetails({ id, me, person, onChange }: PersonDetailsProps) {
  const { t } = useTranslation();
  const at = useMoment();
  const why = hindrance(me, person);
  const email = person.emailConfirmed ? person.email : [person.email, t('people.unconfirmed')];
  return (
    <div id={id} className="fade-in grid gap-6 border-t border-line bg-canvas px-4 py-4 pane:grid-cols-2 pane:gap-8 pane:px-6">
      <div className="grid min-w-0 content-start gap-5">
        <Facts
          title={t('people.about')}
          facts={[
            [t('people.username'), `@${person.username}`],
            [t('people.email'), email],
            [t('people.joined'), at(person.createdAt)],
            [t('people.lastSeen'), person.lastSeenAt ? at(person.lastSeenAt) : t('people.neverSeen')],
            [t('people.second'), t(person.twoFactorEnabled ? 'people.on' : 'people.off')],
            [t('people.passkeys'), person.passkeys > 0 ? String(person.passkeys) : null],
            [t('people.operator'), person.isOperator ? t('people.yes') : null],
          ]}
        />
        {!why && <PersonRole me={me} person={person} onChange={onChange} />}
      </div>
      <div className="grid min-w-0 content-start gap-5">
        {why ? <p className="text-sm text-pretty text-ink-2">{t(`people.${why}`)}</p> : (
          <>
            <PersonDevices person={person} onChange={onChange} />
            <PersonDeeds me={me} person={person} onChange={onChange} />
          </>
        )}
      </div>
    </div>
  );
}
