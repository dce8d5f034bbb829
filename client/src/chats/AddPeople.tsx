import { useTranslation } from 'react-i18next';
import type { User } from '../shared/api/types';
import { app } from '../shared/app';
import { sayAddingError } from '../shared/i18n/sayError';
import type { ChatState } from '../shared/sync/chatState';
import { Button } from '../shared/ui/Button';
import { Chosen } from './Chosen';
import { PeoplePicker } from './PeoplePicker';
import { useChosen } from './useChosen';
import { useDeed } from './useDeed';

export function AddPeople({ state, onDone }: { state: ChatState; onDone: () => void }) {
  const { t } = useTranslation();
  const { chosen, ids, toggle } = useChosen<User>();
  const deed = useDeed(onDone);
  const inside = new Set(Object.values(state.members).filter(member => !member.leftAt).map(member => member.userId));
  return (
    <>
      <Chosen people={chosen} onRemove={toggle} />
      <PeoplePicker chosen={ids} without={inside} nobody={t('chat.everybodyIn')} onPick={toggle} />
      {deed.error !== null && <p role="alert" className="px-4 pb-2 text-sm text-bad">{sayAddingError(t, deed.error)}</p>}
      <div className="border-t border-line p-3 pb-[max(var(--s3),env(safe-area-inset-bottom))]">
        <Button className="w-full" disabled={ids.length === 0} busy={deed.busy} onClick={() => void deed.run(() => app.session.api.addMembers(state.chat.id, ids))}>
          {t('chat.addChosen')}
        </Button>
      </div>
    </>
  );
}
