import type { ServerPlugin } from '@stogram/client/shared/api/plugins';
import { IconButton } from '@stogram/client/shared/ui/IconButton.tsx';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PluginIcon } from '../plugins/PluginIcon';
import { InstallButton } from './InstallButton';
import { PackageDetails } from './PackageDetails';

export function PackageItem({ plugin, onChanged }: { plugin: ServerPlugin; onChanged: () => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [details, heading] = [useId(), useId()];
  const { id, name, version, packages, organizations, failedVersion, failedReason, hasData } = plugin;
  const newest = packages[0];
  const offer = newest && !newest.isInstalled && !newest.isOlder && newest.version !== failedVersion ? newest : null;
  const standing = version ? (organizations > 0 ? t('packages.on', { count: organizations }) : t('packages.off')) : t(hasData ? 'packages.kept' : 'packages.absent');
  return (
    <li aria-labelledby={heading} className="border-line not-first:border-t">
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 px-4 py-3 pane:grid-cols-[auto_minmax(0,1fr)_auto_auto]">
        <PluginIcon id={id} name={name} />
        <div className="min-w-0">
          <h2 id={heading} className="truncate font-semibold">{name} <span className="ml-0.5 text-sm font-normal text-ink-2">{version}</span></h2>
          <p className="text-sm text-ink-2">{[standing, version && offer && t('packages.newer', { version: offer.version })].filter(Boolean).join(', ')}</p>
          {failedVersion && <p className="mt-1 text-sm wrap-anywhere text-bad">{t('packages.failed', { version: failedVersion, reason: failedReason })}</p>}
        </div>
        {offer && <div className="max-pane:order-last max-pane:col-span-2 max-pane:col-start-2"><InstallButton plugin={plugin} pack={offer} look="accent" onChanged={onChanged} /></div>}
        <IconButton
          icon={ChevronDown}
          label={t('packages.details', { name })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? details : undefined}
          className={`pane:col-start-4 ${isOpen ? '*:rotate-180' : ''}`}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && <PackageDetails id={details} plugin={plugin} onChanged={onChanged} />}
    </li>
  );
}
