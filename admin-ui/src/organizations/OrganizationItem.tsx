import type { Hosted } from '@stogram/client/shared/api/operator';
import { fileSize } from '@stogram/client/shared/text/fileSize';
import { IconButton } from '@stogram/client/shared/ui/IconButton.tsx';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganizationDetails } from './OrganizationDetails';

const dots = { ACTIVE: 'bg-good', SUSPENDED: 'bg-warn', DELETING: 'bg-bad' };

export function OrganizationItem({ organization, onChange }: { organization: Hosted; onChange: (next: Hosted) => void }) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const heading = useId();
  const { name, slug, hosts, state, people, chats, storage, isFresh, isMine } = organization;
  const size = t('server.stored', { size: fileSize(storage, t, i18n.language) });
  const counts = [t('server.people', { count: people }), t('server.chats', { count: chats }), size].join(', ');
  return (
    <li aria-labelledby={heading} className="border-line not-first:border-t">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-2.5 pane:grid-cols-[minmax(0,1.2fr)_minmax(0,1.4fr)_9rem_auto]">
        <div className="min-w-0">
          <h2 id={heading} className="truncate font-semibold">
            {name}{isMine && <span className="ml-1.5 text-sm font-normal text-ink-2">{t('server.mine')}</span>}
          </h2>
          <p className="truncate text-sm text-ink-2">{hosts[0] ?? slug}</p>
        </div>
        <p className="text-sm text-ink-2 max-pane:order-last max-pane:col-span-2">{counts}</p>
        <p className="flex items-center gap-1.5 text-sm font-medium max-pane:order-last max-pane:col-span-2">
          <span aria-hidden className={`size-2 shrink-0 rounded-full ${dots[state]}`} />
          {t(state === 'ACTIVE' && isFresh ? 'server.fresh' : `server.${state}`)}
        </p>
        <IconButton
          icon={ChevronDown}
          label={t('server.details', { name })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? details : undefined}
          className={isOpen ? '*:rotate-180' : ''}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && <OrganizationDetails id={details} organization={organization} onChange={onChange} />}
    </li>
  );
}
