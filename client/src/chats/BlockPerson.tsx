import { Ban } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../shared/api/types';
import { app } from '../shared/app';
import { sayError } from '../shared/i18n/sayError';
import { useIsBlocked } from '../shared/privacy';
import { Dialog } from '../shared/ui/Dialog';
import { useDeed } from './useDeed';

/** A row of the info panel: blocking asks first, unblocking does not. */
export function BlockPerson({ person, className }: { person: User; className: string }) {
  const { t } = useTranslation();
  const isBlocked = useIsBlocked(person.id);
  const [asks, setAsks] = useState(false);
  const deed = useDeed(() => setAsks(false));
  const name = person.displayName;
  const error = deed.error === null ? null : sayError(t, deed.error);
  const act = () => (isBlocked ? void deed.run(() => app.session.api.unblock(person.id)) : setAsks(true));
  return (
    <>
      <button type="button" disabled={deed.busy} className={`${className} ${isBlocked ? 'text-accent-text' : 'text-bad'}`} onClick={act}>
        <Ban aria-hidden size={19} strokeWidth={1.8} />
        <span className="min-w-0 truncate">{t(isBlocked ? 'block.undoOne' : 'block.do', { name })}</span>
      </button>
      {error && !asks && <p role="alert" className="px-3 text-sm text-bad">{error}</p>}
      {asks && (
        <Dialog
          title={t('block.sure', { name })}
          action={t('block.short')}
          busy={deed.busy}
          error={error}
          onConfirm={() => void deed.run(() => app.session.api.block(person.id))}
          onClose={() => setAsks(false)}
        >
          <p>{t('block.warn')}</p>
        </Dialog>
      )}
    </>
  );
}
