import { codeOf } from '@stogram/client/shared/api/error';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { Spinner } from '@stogram/client/shared/ui/Spinner.tsx';
import { CloudOff, Puzzle, ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PluginItem } from './PluginItem';
import { Tiles } from './Tiles';
import { usePlugins } from './usePlugins';

export function PluginsPage({ organization }: { organization: string }) {
  const { t } = useTranslation();
  const { plugins, error, targets, refusals, look, change } = usePlugins();
  if (codeOf(error) === 'FORBIDDEN' && error !== null) {
    return <Page><Blank><Empty icon={ShieldAlert} title={t('admin.forbidden')} text={t('error.FORBIDDEN')} /></Blank></Page>;
  }
  if (!plugins) {
    return (
      <Page>
        <Blank>
          {error === null ? <div className="m-auto text-ink-3"><Spinner size={24} /></div> : (
            <Empty icon={CloudOff} title={sayError(t, error)}>
              <Button onClick={() => void look()}>{t('common.retry')}</Button>
            </Empty>
          )}
        </Blank>
      </Page>
    );
  }
  if (plugins.length === 0) return <Page><Blank><Empty icon={Puzzle} title={t('admin.noPlugins')} text={t('admin.noPluginsSub')} /></Blank></Page>;
  return (
    <Page>
      <Tiles plugins={plugins} organization={organization} />
      {error !== null && <p role="status" className="mb-2 text-sm text-warn-text">{t('admin.stale')}</p>}
      <ul aria-label={t('admin.plugins')} className="overflow-hidden rounded-lg border border-line bg-surface">
        {plugins.map(row => (
          <PluginItem key={row.id} row={row} target={targets[row.id]} refusal={refusals[row.id]} onSwitch={enabled => void change(row.id, enabled)} />
        ))}
      </ul>
    </Page>
  );
}

function Page({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="max-w-270">
      <h1 className="text-xl font-semibold tracking-tight">{t('admin.plugins')}</h1>
      <p className="mb-4 text-ink-2">{t('admin.pluginsSub')}</p>
      {children}
    </div>
  );
}

const Blank = ({ children }: { children: ReactNode }) => (
  <section className="flex min-h-80 overflow-hidden rounded-lg border border-line bg-surface">{children}</section>
);
