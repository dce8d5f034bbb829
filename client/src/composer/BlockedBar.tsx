import { useTranslation } from 'react-i18next';
import { useDeed } from '../chats/useDeed';
import { app } from '../shared/app';
import type { User } from '../shared/api/types';
import { sayError } from '../shared/i18n/sayError';
import { Button } from '../shared/ui/Button';

/** Stands where one would write to somebody whom one has blocked. */
export function BlockedBar({ person }: { person: User }) {
  const { t } = useTranslation();
  const deed = useDeed(() => undefined);
  return (
    <div className="shrink-0 px-3 pb-3 pane:px-[max(var(--s4),calc((100%-var(--column))/2))] pane:pb-4">
      <div className="flex min-h-12 items-center gap-3 rounded-field bg-raised py-0.5 pr-1 pl-4 shadow-bubble ring-1 ring-line">
        <p className="min-w-0 flex-1 truncate text-ink-2">{t('block.composer', { name: person.displayName })}</p>
        <Button look="text" className="shrink-0 px-4" busy={deed.busy} onClick={() => void deed.run(() => app.session.api.unblock(person.id))}>{t('block.undo')}</Button>
      </div>
      {deed.error !== null && <p role="alert" className="pt-1 pl-4 text-sm text-bad">{sayError(t, deed.error)}</p>}
    </div>
  );
}
