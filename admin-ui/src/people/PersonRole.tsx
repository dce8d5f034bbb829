import type { Person } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Select } from '@stogram/client/shared/ui/Select.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { roleName } from '../ui/roleName';
import { rolesFrom } from './rolesFrom';

export function PersonRole({ me, person, onChange }: { me: Me; person: Person; onChange: (person: Person) => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useTask();
  const roles = rolesFrom(me);
  const role = roles.find(other => other === person.role) ?? 'MEMBER';
  const choose = (next: typeof role) => void run(() => session.api.changePerson(person.id, { role: next }), () => onChange({ ...person, role: next }));
  return (
    <div className="grid gap-1">
      <Select label={t('people.role')} value={role} disabled={busy} options={roles.map(value => ({ value, label: roleName(t, value) }))} onChange={choose} />
      <p className="text-sm text-pretty text-ink-2">{t(`people.role${role}`)}</p>
      {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
    </div>
  );
}
