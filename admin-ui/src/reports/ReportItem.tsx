import type { Reported } from '@stogram/client/shared/api/govern';
import { Avatar } from '@stogram/client/shared/ui/Avatar.tsx';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../ui/useMoment';
import { Decisions } from './Decisions';

export function ReportItem({ report, onDecided }: { report: Reported; onDecided: () => void }) {
  const { t } = useTranslation();
  const at = useMoment();
  const { person, reporter, chatName, said, fileNames, saidAt, comment, decidedBy, decidedAt } = report;
  const where = chatName ? t('reports.in', { chat: chatName }) : t('reports.inPrivate');
  return (
    <li className="grid grid-cols-1 gap-3 rounded-lg border border-line bg-surface p-4">
      <div className="flex items-center gap-3">
        <Avatar id={person.id} name={person.displayName} size="md" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{person.displayName} <span className="font-normal text-ink-2">@{person.username}</span></p>
          <p className="text-sm wrap-anywhere text-ink-2">{saidAt ? `${where}, ${at(saidAt)}` : t('reports.aPerson')}</p>
        </div>
        <span className="shrink-0 rounded-full bg-accent-soft px-2 text-sm font-semibold text-accent-text">{t(`report.${report.reason}`)}</span>
      </div>
      {saidAt && (
        <blockquote className="border-l-3 border-accent pl-3 wrap-anywhere whitespace-pre-line">
          {[said, ...fileNames].filter(Boolean).join('\n')}
        </blockquote>
      )}
      <div className="text-sm wrap-anywhere">
        {comment && <p className="whitespace-pre-line">{comment}</p>}
        <p className="text-ink-2">{t('reports.by', { name: `@${reporter.username}`, at: at(report.createdAt) })}</p>
      </div>
      {report.state === 'OPEN' ? <Decisions report={report} onDecided={onDecided} />
        : decidedBy && decidedAt && <p className="text-sm font-medium">{t('reports.decided', { state: t(`reports.${report.state}`), name: `@${decidedBy.username}`, at: at(decidedAt) })}</p>}
    </li>
  );
}
