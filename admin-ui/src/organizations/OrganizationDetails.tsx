import type { Hosted } from '@stogram/client/shared/api/operator';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { CopyBox } from '@stogram/client/shared/ui/CopyBox.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Confirmed } from '../ui/Confirmed';
import { DeleteOrganization } from './DeleteOrganization';
import { OrganizationNames } from './OrganizationNames';

export interface OrganizationDetailsProps {
  id: string;
  organization: Hosted;
  onChange: (next: Hosted) => void;
}

export function OrganizationDetails({ id, organization, onChange }: OrganizationDetailsProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useTask();
  const [url, setUrl] = useState<string | null>(null);
  const { name, state, isFresh, isMine } = organization;
  const setSuspended = async (suspended: boolean) => onChange(await session.api.changeOrganization(organization.id, { suspended }));
  return (
    <div id={id} className="fade-in border-t border-line bg-canvas px-4 py-4 pane:px-6">
      {state === 'DELETING' ? <p className="text-sm text-ink-2">{t('server.going')}</p> : (
        <div className="grid gap-5">
          <OrganizationNames organization={organization} onChange={onChange} />
          {url && <CopyBox label={t('server.made', { name })} text={url} />}
          {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
          <div className="flex flex-wrap gap-2 border-t border-line pt-4 empty:hidden">
            {isFresh && !url && (
              <Button look="quiet" className="px-4 text-sm" busy={busy} onClick={() => void run(() => session.api.setupLink(organization.id), made => setUrl(made.url))}>{t('server.link')}</Button>
            )}
            {!isMine && state === 'ACTIVE' && (
              <Confirmed title={t('server.suspendSure', { name })} text={t('server.suspendWarn')} action={t('server.suspend')} work={() => setSuspended(true)}>
                {ask => <Button look="grave" className="px-4 text-sm" onClick={ask}>{t('server.suspend')}</Button>}
              </Confirmed>
            )}
            {!isMine && state === 'SUSPENDED' && <Button className="px-4 text-sm" busy={busy} onClick={() => void run(() => setSuspended(false))}>{t('server.resume')}</Button>}
            {!isMine && <DeleteOrganization organization={organization} onDeleted={() => onChange({ ...organization, state: 'DELETING' })} />}
          </div>
        </div>
      )}
    </div>
  );
}
