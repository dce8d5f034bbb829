import type { PluginRow } from '@stogram/client/shared/api/plugins';
import type { Me } from '@stogram/client/shared/api/types';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { IconButton } from '@stogram/client/shared/ui/IconButton.tsx';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PluginDetails } from './PluginDetails';
import { PluginIcon } from './PluginIcon';
import { PluginProgress } from './PluginProgress';
import { Switch } from '@stogram/client/shared/ui/Switch.tsx';
import { SlowestCall } from './SlowestCall';
import { StateLine } from './StateLine';
import { Refused } from './Refused';
import { canTryAgain, standingOf } from './standing';
import type { SwitchRefusal } from './usePlugins';

export interface PluginItemProps {
  row: PluginRow;
  /** Where its switch is on the way to, while it is. */
  target: boolean | undefined;
  refusal: SwitchRefusal | undefined;
  onSwitch: (enabled: boolean, cascade?: boolean) => void;
  nameOf: (id: string) => string;
  me: Me;
}

export function PluginItem({ row, target, refusal, onSwitch, nameOf, me }: PluginItemProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const name = useId();
  const standing = standingOf(row, target);
  const why = standing === 'off' || target !== undefined ? null : row.reason;
  return (
    <li aria-labelledby={name} className="border-line not-first:border-t">
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto_auto] items-center gap-x-3 gap-y-1 px-4 py-3 pane:grid-cols-[auto_minmax(0,1.6fr)_minmax(0,1fr)_auto_auto] pane:gap-x-4">
        <PluginIcon id={row.id} name={row.name} />
        <div className="min-w-0">
          <h2 id={name} className="truncate font-semibold">
            {row.name} <span className="ml-0.5 text-sm font-normal text-ink-2">{row.version}</span>
          </h2>
          {row.description && <p className="line-clamp-3 text-sm text-ink-2 pane:line-clamp-2">{row.description}</p>}
        </div>
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 max-pane:order-last max-pane:col-span-3 max-pane:col-start-2">
          <StateLine standing={standing} reason={why} />
          {standing === 'running' && row.slowest != null && <SlowestCall took={row.slowest} />}
          {canTryAgain(standing) && <Button look="quiet" className="px-4 text-sm" onClick={() => onSwitch(true)}>{t('admin.tryAgain')}</Button>}
        </div>
        <IconButton
          icon={ChevronDown}
          label={t('admin.details', { name: row.name })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? details : undefined}
          className={`transition-transform ${isOpen ? 'rotate-180' : ''}`}
          onClick={() => setOpen(!isOpen)}
        />
        <Switch label={row.name} isOn={target ?? row.enabled} isBusy={target !== undefined} onChange={onSwitch} />
      </div>
      {refusal && <Refused {...refusal} onSwitch={onSwitch} nameOf={nameOf} />}
      <PluginProgress row={row} />
      {isOpen && <PluginDetails id={details} row={row} standing={standing} me={me} />}
    </li>
  );
}
