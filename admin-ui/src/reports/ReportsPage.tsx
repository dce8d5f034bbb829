import type { Reported } from '@stogram/client/shared/api/govern';
import { Empty } from '@stogram/client/shared/ui/Empty.tsx';
import { Select } from '@stogram/client/shared/ui/Select.tsx';
import { usePages } from '@stogram/client/shared/usePages';
import { Flag } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { MoreButton } from '../ui/MoreButton';
import { Blank, Page } from '../ui/Page';
import { Waiting } from '../ui/Waiting';
import { ReportItem } from './ReportItem';

const states = ['OPEN', 'HIDDEN', 'WARNED', 'REMOVED', 'DISMISSED'] as const;

export function ReportsPage() {
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof states)[number]>('OPEN');
  const ask = useCallback((cursor?: string) => session.api.reports(state, cursor), [state]);
  const { rows, error, busy, hasMore, more, look } = usePages<Reported>(ask);
  return (
    <Page title={t('admin.reports')} text={t('reports.sub')}>
      <div className="mb-3 pane:max-w-70">
        <Select bare label={t('reports.state')} value={state} options={states.map(value => ({ value, label: t(`reports.${value}`) }))} onChange={setState} />
      </div>
      {!rows && <Waiting error={error} onRetry={() => void look()} />}
      {rows?.length === 0 && <Blank><Empty icon={Flag} title={t('reports.none')} text={t('reports.noneSub')} /></Blank>}
      {rows && rows.length > 0 && (
        <ul aria-label={t('reports.list')} aria-busy={busy} className="grid grid-cols-1 gap-3">
          {rows.map(report => <ReportItem key={report.id} report={report} onDecided={() => void look()} />)}
        </ul>
      )}
      {rows && (hasMore || error !== null) && <MoreButton busy={busy} error={error} onMore={() => void more()} />}
    </Page>
  );
}
