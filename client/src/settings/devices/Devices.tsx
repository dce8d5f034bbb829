import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { deviceName } from '../../shared/text/deviceName';
import { Button } from '../../shared/ui/Button';
import { DeviceLine } from '../../shared/ui/DeviceLine';
import { Dialog } from '../../shared/ui/Dialog';
import { Spinner } from '../../shared/ui/Spinner';
import { useTask } from '../../shared/useTask';
import { useDevices } from './useDevices';

export function Devices() {
  const { t } = useTranslation();
  const { devices, error, look } = useDevices();
  const [asks, setAsks] = useState(false);
  const ending = useTask();
  if (!devices) {
    return error === null ? <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div> : (
      <div className="grid gap-4 py-6 text-center">
        <p role="alert">{sayError(t, error)}</p>
        <Button look="quiet" onClick={() => void look()}>{t('common.retry')}</Button>
      </div>
    );
  }
  const mine = devices.find(device => device.isCurrent);
  const others = devices.filter(device => !device.isCurrent);
  const end = (work: () => Promise<unknown>) => ending.run(async () => {
    await work();
    await look();
    setAsks(false);
  });
  return (
    <div className="grid gap-4">
      <p className="text-pretty text-ink-2">{t('devices.sub')}</p>
      {mine && (
        <section>
          <h2 className="text-sm font-semibold">{t('devices.this')}</h2>
          <ul><DeviceLine device={mine} /></ul>
        </section>
      )}
      <section>
        <h2 className="text-sm font-semibold">{t('devices.others')}</h2>
        {others.length === 0 && <p className="py-2 text-ink-2">{t('devices.none')}</p>}
        <ul aria-label={t('devices.others')}>
          {others.map(device => (
            <DeviceLine key={device.id} device={device}>
              <Button
                look="quiet"
                className="shrink-0 px-4 text-sm"
                aria-label={t('devices.signOutOne', { name: deviceName(device.device, t) })}
                disabled={ending.busy}
                onClick={() => void end(() => app.session.api.signOutDevice(device.id))}
              >
                {t('devices.signOut')}
              </Button>
            </DeviceLine>
          ))}
        </ul>
      </section>
      {ending.error !== null && !asks && <p role="alert" className="text-sm text-bad">{sayError(t, ending.error)}</p>}
      {others.length > 0 && <Button look="grave" onClick={() => setAsks(true)}>{t('devices.signOutOthers')}</Button>}
      {asks && (
        <Dialog
          title={t('devices.othersSure')}
          action={t('devices.signOut')}
          busy={ending.busy}
          error={ending.error === null ? null : sayError(t, ending.error)}
          onClose={() => setAsks(false)}
          onConfirm={() => void end(() => app.session.api.signOutOthers())}
        >
          <p>{t('devices.othersWarn')}</p>
        </Dialog>
      )}
    </div>
  );
}
