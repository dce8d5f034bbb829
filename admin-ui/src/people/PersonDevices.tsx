import type { Device } from '@stogram/client/shared/api/account';
import type { Person } from '@stogram/client/shared/api/administration';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { deviceName } from '@stogram/client/shared/text/deviceName';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { DeviceLine } from '@stogram/client/shared/ui/DeviceLine.tsx';
import { Spinner } from '@stogram/client/shared/ui/Spinner.tsx';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Confirmed } from '../ui/Confirmed';

export function PersonDevices({ person, onChange }: { person: Person; onChange: (person: Person) => void }) {
  const { t } = useTranslation();
  const [devices, setDevices] = useState<Device[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  // Deactivating signs out too: look again when the count moves.
  useEffect(() => {
    let current = true;
    session.api.devicesOf(person.id).then(found => current && setDevices(found), (failure: unknown) => current && setError(failure));
    return () => {
      current = false;
    };
  }, [person.id, person.sessions]);
  const { api } = session;
  const signOut = async () => {
    await api.signOutPerson(person.id);
    onChange({ ...person, sessions: 0 });
  };
  const signOutOne = async (device: Device) => {
    await api.signOutDeviceOf(person.id, device.id);
    onChange({ ...person, sessions: person.sessions - 1 });
  };
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold">{t('people.devices')}</h3>
      {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
      {!devices && error === null && <Spinner />}
      {devices?.length === 0 && <p className="text-sm text-ink-2">{t('people.noDevices')}</p>}
      <ul aria-label={t('people.devices')} className="max-h-64 overflow-y-auto">
        {devices?.map(device => (
          <DeviceLine key={device.id} device={device}>
            <Confirmed
              title={t('people.signOutDeviceSure', { name: deviceName(device.device, t) })}
              text={t('people.signOutDeviceWarn', { name: person.displayName })}
              action={t('devices.signOut')}
              work={() => signOutOne(device)}
            >
              {ask => (
                <Button look="quiet" className="shrink-0 px-4 text-sm" aria-label={t('devices.signOutOne', { name: deviceName(device.device, t) })} onClick={ask}>
                  {t('devices.signOut')}
                </Button>
              )}
            </Confirmed>
          </DeviceLine>
        ))}
      </ul>
      {devices && devices.length > 0 && (
        <Confirmed
          title={t('people.signOutSure', { name: person.displayName })}
          text={t('people.signOutWarn')}
          action={t('people.signOut')}
          work={signOut}
        >
          {ask => <Button look="quiet" className="mt-2 px-4 text-sm" onClick={ask}>{t('people.signOut')}</Button>}
        </Confirmed>
      )}
    </section>
  );
}
