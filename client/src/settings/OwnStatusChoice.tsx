import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import { type OwnStatus, useOwnStatus } from '../shared/presence/ownStatus';
import { Segments } from '../shared/ui/Segments';

const statuses: OwnStatus[] = ['ONLINE', 'AWAY', 'DND'];

export function OwnStatusChoice() {
  const { t } = useTranslation();
  const status = useOwnStatus(own => own.status);
  const options = statuses.map(value => ({ value, label: t(`status.${value}`) }));
  return (
    <div>
      <Segments label={t('settings.status')} value={status} options={options} onChange={value => app.setStatus(value)} />
      <p className="mt-2 text-sm text-ink-2">{t('settings.statusHint')}</p>
    </div>
  );
}
