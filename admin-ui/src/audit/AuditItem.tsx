import type { AuditEntry } from '@stogram/client/shared/api/administration';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../ui/useMoment';
import { actionWords } from './actions';
import { changesOf } from './changes';

export function AuditItem({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const at = useMoment();
  const who = entry.actor ? `@${entry.actor}` : t(entry.actorId ? 'audit.gone' : 'audit.server');
  const isOnOther = entry.target && entry.targetId !== entry.actorId;
  return (
    <li className="grid gap-x-4 gap-y-0.5 border-line px-4 py-3 not-first:border-t pane:grid-cols-[11rem_minmax(0,1fr)]">
      <time dateTime={entry.at} className="text-sm text-ink-2 tabular-nums">{at(entry.at)}</time>
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <span className="font-semibold">{actionWords(t, entry.action)}</span>
          {isOnOther && <>, {t('audit.onWhom', { name: `@${entry.target}` })}</>}
        </p>
        <p className="text-sm wrap-anywhere text-ink-2">{who}{entry.ip && `, ${t('audit.from', { ip: entry.ip })}`}</p>
        {changesOf(entry).map(({ name, before, after }) => (
          <p key={name} className="mt-1 flex flex-wrap items-center gap-1.5 text-sm">
            <span className="text-ink-2">{name}:</span>
            <span className="rounded-sm bg-sunken px-1.5 wrap-anywhere">{before || t('audit.empty')}</span>
            <ArrowRight aria-label="→" size={14} className="shrink-0 text-ink-2" />
            <span className="rounded-sm bg-sunken px-1.5 wrap-anywhere">{after || t('audit.empty')}</span>
          </p>
        ))}
      </div>
    </li>
  );
}
