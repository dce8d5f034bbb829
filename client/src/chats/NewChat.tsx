import { Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import type { User } from '../shared/api/types';
import { sayAddingError } from '../shared/i18n/sayError';
import { useStore } from '../shared/sync/store';
import { PaneHead } from '../shared/ui/PaneHead';
import { NewGroup } from './NewGroup';
import { PeoplePicker } from './PeoplePicker';
import { SavedRow } from './SavedRow';
import { useCreateChat } from './useCreateChat';

export function NewChat() {
  const { t } = useTranslation();
  const { back } = useNavigation();
  const { create, busy, error } = useCreateChat();
  const meId = useStore(store => store.synced.meId);
  const [isGroup, setGroup] = useState(false);
  const leave = () => (isGroup ? setGroup(false) : back('/'));
  const talkTo = (person: User) => {
    if (!busy) void create({ type: 'PRIVATE', memberIds: [person.id] });
  };
  const talkToMyself = () => {
    if (!busy) void create({ type: 'PRIVATE', memberIds: [meId] });
  };
  return (
    <section
      aria-label={t(isGroup ? 'new.group' : 'new.title')}
      className="slide-in flex min-h-0 flex-1 flex-col pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]"
      onKeyDown={event => event.key === 'Escape' && leave()}
    >
      <PaneHead title={t(isGroup ? 'new.group' : 'new.title')} onBack={leave} />
      {error !== null && <p role="alert" className="px-4 pb-2 text-sm text-bad">{sayAddingError(t, error)}</p>}
      {isGroup ? (
        <NewGroup busy={busy} onCreate={(name, memberIds) => void create({ type: 'GROUP', name, memberIds })} />
      ) : (
        <PeoplePicker chosen={null} first={<><SavedRow onClick={talkToMyself} /><GroupRow onClick={() => setGroup(true)} /></>} onPick={talkTo} />
      )}
    </section>
  );
}

function GroupRow({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-14 w-full items-center gap-3 rounded-md px-2 text-left font-semibold text-accent-text -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-md bg-accent-soft"><Users aria-hidden size={20} strokeWidth={1.8} /></span>
      {t('new.group')}
    </button>
  );
}
