import { ApiError } from '@stogram/client/shared/api/error';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { saveAs } from '@stogram/client/shared/saveAs';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';

/** A plain link cannot carry the bearer token. */
export function ExportButton({ format }: { format: 'csv' | 'json' }) {
  const { t } = useTranslation();
  const { run, busy, error } = useTask();
  const save = () => run(async () => {
    const response = await session.fetch(`/api/admin/audit/export?format=${format}`, {});
    if (!response.ok) throw new ApiError(response.status === 403 ? 'FORBIDDEN' : 'UNAVAILABLE', response.statusText);
    saveAs(await response.blob(), `audit.${format}`);
  });
  return (
    <div>
      <Button look="quiet" className="px-4 text-sm" busy={busy} onClick={() => void save()}><Download aria-hidden size={17} />{t(`audit.${format}`)}</Button>
      {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
    </div>
  );
}
