import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeed } from '../../chats/useDeed';
import type { User } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { useStore } from '../../shared/sync/store';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { useTask } from '../../shared/useTask';

export function BlockList() {
  const { t } = useTranslation();
  const blocked = useStore(store => store.synced.blocked);
  const [people, setPeople] = useState<User[]>([]);
  const { run, error } = useTask();
  const undoing = useDeed(() => undefined);
  useEffect(() => {
    void run(() => app.session.api.blocks(), setPeople);
  }, [blocked]);
  const listed = people.filter(person => blocked.includes(person.id));
  const failure = error ?? undoing.error;
  return (
    <section>
      <h2 className="text-sm font-medium">{t('privacy.blocked')}</h2>
      {blocked.length === 0 && <p className="py-2 text-sm text-pretty text-ink-2">{t('privacy.nobodyBlocked')}</p>}
      <ul aria-label={t('privacy.blocked')}>
        {listed.map(person => (
          <li key={person.id} className="flex min-h-14 items-center gap-3">
            <Avatar id={person.id} name={person.displayName} size="md" />
            <span className="min-w-0 flex-1 leading-tight">
              <span className="block truncate font-medium">{person.displayName}</span>
              <span className="block truncate text-sm text-ink-2">@{person.username}</span>
            </span>
            <Button
              look="quiet"
              className="shrink-0 px-4 text-sm"
              aria-label={t('block.undoOne', { name: person.displayName })}
              disabled={undoing.busy}
              onClick={() => void undoing.run(() => app.session.api.unblock(person.id))}
            >
              {t('block.undo')}
            </Button>
          </li>
        ))}
      </ul>
      {failure !== null && <p role="alert" className="text-sm text-bad">{sayError(t, failure)}</p>}
    </section>
  );
}
