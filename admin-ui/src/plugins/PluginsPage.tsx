import { codeOf } from '@stogram/client/shared/api/error';
import type { Me } from '@stogram/client/shared/api/types';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { Puzzle, ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Blank, Page } from '../ui/Page';
import { Waiting } from '../ui/Waiting';
import { PluginItem } from './PluginItem';
import { Tiles } from './Tiles';
import { usePlugins } from './usePlugins';

export function PluginsPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { plugins, error, targets, refusals, look, change } = usePlugins();
  const frame = (content: ReactNode) => <Page title={t('admin.plugins')} text={t('admin.pluginsSub')}>{content}</Page>;
  if (codeOf(error) === 'FORBIDDEN' && error !== null) {
    return frame(<Blank><Empty icon={ShieldAlert} title={t('admin.forbidden')} text={t('error.FORBIDDEN')} /></Blank>);
  }
  if (!plugins) return frame(<Waiting error={error} onRetry={() => void look()} />);
  if (plugins.length === 0) return frame(<Blank><Empty icon={Puzzle} title={t('admin.noPlugins')} text={t('admin.noPluginsSub')} /></Blank>);
  const nameOf = (id: string) => plugins.find(row => row.id === id)?.name ?? id;
  return frame(
    <>
      <Tiles plugins={plugins} organization={me.organization.name} />
      {error !== null && <p role="status" className="mb-2 text-sm text-warn-text">{t('admin.stale')}</p>}
      <ul aria-label={t('admin.plugins')} className="overflow-hidden rounded-lg border border-line bg-surface">
        {plugins.map(row => (
          <PluginItem key={row.id} row={row} target={targets[row.id]} refusal={refusals[row.id]} onSwitch={(enabled, cascade) => void change(row.id, enabled, cascade)} nameOf={nameOf} me={me} />
        ))}
      </ul>
    </>,
  );
}
