import type { AuditEntry } from '@stogram/client/shared/api/administration';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../ui/useMoment';
import { actionWords } from './actions';
import { ChangeLine } from './ChangeLine';
import { changesOf } from './changes';

export interface AuditItemProps {
  entry: AuditEntry;
  pluginName: (id: string) => string;
}

export function AuditItem({ entry, pluginName }: AuditItemProps) {
  const { t } = useTranslation();
  const at = useMoment();
  const who = entry.actor ? `@${entry.actor}` : t(entry.actorId ? 'audit.gone' : 'audit.server');
  const isOnOther = entry.target && entry.targetId !== entry.actorId;
  return (
    <li className="grid gap-x-4 gap-y-0.5 border-line px-4 py-3 not-first:border-t pane:grid-cols-[11rem_minmax(0,1fr)]">
      <time dateTime={entry.at} className="text-sm text-ink-2 tabular-nums">{at(entry.at)}</time>
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <span className="font-semibold">{actionWords(t, entry, pluginName)}</span>
          {isOnOther && `, @${entry.target}`}
        </p>
        <p className="text-sm wrap-anywhere text-ink-2">{who}{entry.ip && `, ${t('audit.from', { ip: entry.ip })}`}</p>
        {changesOf(entry).map(change => <ChangeLine key={change.name} change={change} isNew={!(change.name in (entry.before ?? {}))} isGone={!entry.after} />)}
      </div>
    </li>
  );
}
