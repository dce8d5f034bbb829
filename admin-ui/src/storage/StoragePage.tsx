import type { Storage, StorageChange } from '@stogram/client/shared/api/administration';
import { fileSize } from '@stogram/client/shared/text/fileSize';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Card, Page } from '../ui/Page';
import { Waiting } from '../ui/Waiting';
import { LimitsForm } from './LimitsForm';

export function StoragePage() {
  const { t } = useTranslation();
  const [storage, setStorage] = useState<Storage | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(async () => {
    setError(null);
    await session.api.storage().then(setStorage, setError);
  }, []);
  useEffect(() => void look(), [look]);
  const change = async (limits: StorageChange) => setStorage(await session.api.changeStorage(limits));
  return (
    <Page title={t('admin.storage')} text={t('storage.sub')}>
      {!storage ? <Waiting error={error} onRetry={() => void look()} /> : (
        <div className="grid max-w-170 gap-4">
          <Used storage={storage} />
          <LimitsForm storage={storage} onChange={change} />
          <People storage={storage} />
        </div>
      )}
    </Page>
  );
}

function Used({ storage: { used, own, server } }: { storage: Storage }) {
  const { t, i18n } = useTranslation();
  const size = (bytes: number) => fileSize(bytes, t, i18n.language);
  const quotas = [own.quota, server.quota].filter(quota => quota !== null);
  const quota = quotas.length ? Math.min(...quotas) : null;
  const words = quota === null ? size(used) : t('storage.usedOf', { used: size(used), quota: size(quota) });
  return (
    <Card className="grid gap-3 p-4 pane:p-6">
      <h2 className="font-semibold">{t('storage.used')}</h2>
      <p className="text-xl font-semibold">{words}</p>
      {quota !== null && <Bar share={used / quota} label={words} />}
    </Card>
  );
}

function People({ storage: { people } }: { storage: Storage }) {
  const { t, i18n } = useTranslation();
  const most = people[0]?.used ?? 1;
  return (
    <Card className="grid gap-3 p-4 pane:p-6">
      <h2 className="font-semibold">{t('storage.people')}</h2>
      {people.length === 0 && <p className="text-sm text-ink-2">{t('storage.nothing')}</p>}
      <ul aria-label={t('storage.people')} className="grid gap-3">
        {people.map(({ userId, displayName, used }) => (
          <li key={userId} className="grid gap-1">
            <p className="flex justify-between gap-4 text-sm"><span className="truncate">{displayName}</span><span className="shrink-0 text-ink-2">{fileSize(used, t, i18n.language)}</span></p>
            <span aria-hidden><Bar share={used / most} /></span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Bar({ share, label }: { share: number; label?: string }) {
  const isFull = label !== undefined && share > 0.9;
  return (
    <div role={label && 'meter'} aria-label={label} aria-valuemin={0} aria-valuemax={1} aria-valuenow={Math.min(1, share)} className="h-1.5 overflow-hidden rounded-full bg-sunken">
      <div className={`h-full origin-left rounded-full ${isFull ? 'bg-bad' : 'bg-accent'}`} style={{ transform: `scaleX(${Math.min(1, share)})` }} />
    </div>
  );
}
