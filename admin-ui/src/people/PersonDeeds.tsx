import type { Person } from '@stogram/client/shared/api/administration';
import type { Me } from '@stogram/client/shared/api/types';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Confirmed } from '../ui/Confirmed';
import { ResetLink } from './ResetLink';

const small = 'px-4 text-sm';

export function PersonDeeds({ me, person, onChange }: { me: Me; person: Person; onChange: (person: Person | null) => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useTask();
  const { api } = session;
  const { id, displayName: name } = person;
  const setActive = async (active: boolean) => {
    await api.changePerson(id, { active });
    onChange({ ...person, deactivatedAt: active ? null : new Date().toISOString(), sessions: active ? person.sessions : 0 });
  };
  if (person.deactivatedAt) {
    return (
      <section className="grid gap-2 border-t border-line pt-4">
        {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
        <div className="flex flex-wrap gap-2">
          <Button className={small} busy={busy} onClick={() => void run(() => setActive(true))}>{t('people.reactivate')}</Button>
          <Remove person={person} onChange={onChange} />
        </div>
      </section>
    );
  }
  return (
    <section className="grid gap-3 border-t border-line pt-4">
      <ResetLink person={person} />
      <div className="flex flex-wrap gap-2">
        {(person.twoFactorEnabled || person.passkeys > 0) && (
          <Confirmed
            title={t('people.clearSecondSure', { name })}
            text={t('people.clearSecondWarn')}
            action={t('people.clearSecond')}
            work={() => api.clearSecondFactor(id).then(() => onChange({ ...person, twoFactorEnabled: false, passkeys: 0 }))}
          >
            {ask => <Button look="quiet" className={small} onClick={ask}>{t('people.clearSecond')}</Button>}
          </Confirmed>
        )}
        {me.role === 'OWNER' && person.role !== 'GUEST' && (
          <Confirmed
            title={t('people.handOverSure', { name })}
            text={t('people.handOverWarn')}
            action={t('people.handOver')}
            asksPassword
            work={password => api.handOver(id, password).then(() => location.reload())}
          >
            {ask => <Button look="quiet" className={small} onClick={ask}>{t('people.handOver')}</Button>}
          </Confirmed>
        )}
        <Confirmed
          title={t('people.deactivateSure', { name })}
          text={t('people.deactivateWarn')}
          action={t('people.deactivate')}
          work={() => setActive(false)}
        >
          {ask => <Button look="grave" className={small} onClick={ask}>{t('people.deactivate')}</Button>}
        </Confirmed>
        <Remove person={person} onChange={onChange} />
      </div>
    </section>
  );
}

function Remove({ person, onChange }: { person: Person; onChange: (person: null) => void }) {
  const { t } = useTranslation();
  return (
    <Confirmed
      title={t('people.deleteSure', { name: person.displayName })}
      text={t('people.deleteWarn')}
      action={t('people.delete')}
      work={() => session.api.deleteAccount(person.id, null).then(() => onChange(null))}
    >
      {ask => <Button look="grave" className={small} onClick={ask}>{t('people.delete')}</Button>}
    </Confirmed>
  );
}
