import type { Person } from '@stogram/client/shared/api/administration';
import { sayError } from '@stogram/client/shared/i18n/sayError';
import { Button } from '@stogram/client/shared/ui/Button.tsx';
import { CopyBox } from '@stogram/client/shared/ui/CopyBox.tsx';
import { useTask } from '@stogram/client/shared/useTask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../app/session';

export function ResetLink({ person }: { person: Person }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState<string | null>(null);
  const { run, busy, error } = useTask();
  if (url) {
    return (
      <div className="grid gap-1.5">
        <h3 className="text-sm font-semibold">{t('people.linkMade')}</h3>
        <CopyBox label={t('people.linkMade')} text={url} />
        <p className="text-sm text-pretty text-ink-2">{t('people.linkOnce', { name: person.displayName })}</p>
      </div>
    );
  }
  return (
    <div className="grid justify-items-start gap-1.5">
      {person.resetAskedAt && <p className="text-sm font-medium text-accent-text">{t('people.asked')}</p>}
      <Button
        look={person.resetAskedAt ? 'accent' : 'quiet'}
        className="px-4 text-sm"
        busy={busy}
        onClick={() => void run(() => session.api.makeResetLink(person.id), made => setUrl(made.url))}
      >
        {t('people.link')}
      </Button>
      {error !== null && <p role="alert" className="text-sm text-bad">{sayError(t, error)}</p>}
    </div>
  );
}
