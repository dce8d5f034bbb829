import type { AuditEntry } from '@stogram/client/shared/api/administration';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { Select } from '@stogram/client/shared/ui/Select.tsx';
import { History } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { MoreButton } from '../ui/MoreButton';
import { Blank, Page } from '../ui/Page';
import { usePages } from '@stogram/client/shared/usePages';
import { Waiting } from '../ui/Waiting';
import { groups } from './actions';
import { AuditItem } from './AuditItem';
import { ExportButton } from './ExportButton';
import { usePluginNames } from './usePluginNames';

export function AuditPage() {
  const { t } = useTranslation();
  const [action, setAction] = useState<string>('');
  const ask = useCallback((cursor?: string) => session.api.audit(action, cursor), [action]);
  const pluginName = usePluginNames();
  const { rows, error, busy, hasMore, more, look } = usePages<AuditEntry>(ask);
  const actions = <><ExportButton format="csv" /><ExportButton format="json" /></>;
  return (
    <Page title={t('admin.audit')} text={t('audit.sub')} actions={actions}>
      <div className="mb-3 pane:max-w-70">
        <Select bare label={t('audit.filter')} value={action} options={groups.map(([value, label]) => ({ value: value as string, label: t(label) }))} onChange={setAction} />
      </div>
      {!rows && <Waiting error={error} onRetry={() => void look()} />}
      {rows?.length === 0 && <Blank><Empty icon={History} title={t('audit.none')} text={t('audit.noneSub')} /></Blank>}
      {rows && rows.length > 0 && (
        <ol aria-label={t('audit.list')} aria-busy={busy} className="overflow-hidden rounded-lg border border-line bg-surface">
          {rows.map(entry => <AuditItem key={entry.seq} entry={entry} pluginName={pluginName} />)}
        </ol>
      )}
      {rows && (hasMore || error !== null) && <MoreButton busy={busy} error={error} onMore={() => void more()} />}
    </Page>
  );
}
