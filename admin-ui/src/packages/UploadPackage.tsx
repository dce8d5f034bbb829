import type { ServerPlugin } from '@stogram/client/shared/api/plugins';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { sayFields } from '@stogram/client/shared/i18n/sayFields';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';
import { Card } from '../ui/Page';

export function UploadPackage({ onUploaded }: { onUploaded: () => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [uploaded, setUploaded] = useState<ServerPlugin | null>(null);
  const { run, busy, error } = useTask();
  const take = (files: File[]) => {
    const signature = files.find(file => file.name.endsWith('.sig'));
    const file = files.find(other => other !== signature);
    if (!file) return;
    setUploaded(null);
    void run(() => session.api.uploadPackage(file, signature), plugin => {
      setUploaded(plugin);
      onUploaded();
    });
    // The same file again is a change, too: it may have been made anew.
    input.current!.value = '';
  };
  const newest = uploaded?.packages[0];
  return (
    <Card className="mb-4 grid gap-2 p-4 pane:p-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <p className="min-w-0 flex-1 basis-60 text-sm text-pretty text-ink-2">{t('packages.uploadHint')}</p>
        <input ref={input} type="file" multiple accept=".zip,application/zip,.sig" aria-label={t('packages.upload')} className="sr-only" tabIndex={-1} onChange={event => take([...event.target.files ?? []])} />
        <Button look="quiet" busy={busy} onClick={() => input.current?.click()}>
          {!busy && <Upload aria-hidden size={18} />}{t(busy ? 'packages.uploading' : 'packages.upload')}
        </Button>
      </div>
      {uploaded && newest && <p role="status" className="text-sm font-medium">{t('packages.uploaded', { name: uploaded.name, version: newest.version })}</p>}
      {error !== null && <p role="alert" className="text-sm wrap-anywhere text-bad">{sayFields(t, error).package ?? sayFields(t, error).signature ?? sayError(t, error)}</p>}
    </Card>
  );
}
