import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { Package } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Blank, Page } from '../ui/Page';
import { useLooked } from '../ui/useLooked';
import { Waiting } from '../ui/Waiting';
import { PackageItem } from './PackageItem';
import { UploadPackage } from './UploadPackage';

const calm = 5_000;
const ask = () => session.api.serverPlugins();

/** For operators: the code of this server's plugins. Whether one is on is the organizations' choice. */
export function PackagesPage() {
  const { t } = useTranslation();
  const { found: plugins, error, look } = useLooked(ask, () => calm);
  return (
    <Page title={t('admin.packages')} text={t('packages.sub')}>
      <UploadPackage onUploaded={() => void look()} />
      {!plugins && <Waiting error={error} onRetry={() => void look()} />}
      {plugins && error !== null && <p role="status" className="mb-2 text-sm text-warn-text">{t('admin.stale')}</p>}
      {plugins?.length === 0 && <Blank><Empty icon={Package} title={t('packages.none')} text={t('packages.noneSub')} /></Blank>}
      {plugins && plugins.length > 0 && (
        <ul aria-label={t('packages.list')} className="overflow-hidden rounded-lg border border-line bg-surface">
          {plugins.map(plugin => <PackageItem key={plugin.id} plugin={plugin} onChanged={() => void look()} />)}
        </ul>
      )}
    </Page>
  );
}
