import { Laptop, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../api/account';
import { deviceName } from '../text/deviceName';
import { moment } from '../time/format';

/** One place where somebody is signed in. */
export function DeviceLine({ device, children }: { device: Device; children?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const Icon = /Mobile|Android|iPhone|iPad/u.test(device.device) ? Smartphone : Laptop;
  const at = (time: string) => moment(new Date(time), i18n.language);
  return (
    <li className="flex min-h-14 items-center gap-3 py-1.5">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-text"><Icon aria-hidden size={18} strokeWidth={1.8} /></span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={device.device}>{deviceName(device.device, t)}</p>
        <p className="text-sm wrap-anywhere text-ink-2">
          {device.ip && `${device.ip}, `}{t('devices.used', { at: at(device.lastUsedAt) })}
        </p>
      </div>
      {children}
    </li>
  );
}
