import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportReason } from '../shared/api/govern';
import { app } from '../shared/app';
import { sayError } from '../shared/i18n/sayError';
import { notify } from '../shared/notice';
import { Dialog } from '../shared/ui/Dialog';
import { Select } from '../shared/ui/Select';
import { TextArea } from '../shared/ui/TextArea';
import { useTask } from '../shared/useTask';
import { askReport, type Reportable, useReporting } from './reporting';

const reasons = ['SPAM', 'ABUSE', 'ILLEGAL', 'OTHER'] as const satisfies readonly ReportReason[];

export function ReportDialog() {
  const about = useReporting(reporting => reporting.about);
  useEffect(() => () => askReport(null), []);
  return about && <Sure about={about} />;
}

function Sure({ about }: { about: Reportable }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<ReportReason>('SPAM');
  const [comment, setComment] = useState('');
  const { run, busy, error } = useTask();
  const send = () => run(() => app.session.api.report({ ...about, reason, ...(comment.trim() && { comment: comment.trim() }) }), () => {
    askReport(null);
    notify(t('report.sent'));
  });
  return (
    <Dialog title={t('report.title')} action={t('report.do')} busy={busy} error={error === null ? null : sayError(t, error)} onConfirm={() => void send()} onClose={() => askReport(null)}>
      <p>{t('report.sub')}</p>
      <Select label={t('report.reason')} value={reason} options={reasons.map(value => ({ value, label: t(`report.${value}`) }))} onChange={setReason} />
      <TextArea label={t('report.comment')} value={comment} onChange={setComment} maxLength={1000} rows={3} />
    </Dialog>
  );
}
