import { Compass, type LucideIcon, Megaphone, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import { sayAddingError } from '../shared/i18n/sayError';
import { useStore } from '../shared/sync/store';
import { PaneHead } from '../shared/ui/PaneHead';
import { Directory } from './joining/Directory';
import { NewGroup } from './NewGroup';
import { PeoplePicker } from './PeoplePicker';
import { SavedRow } from './SavedRow';
import { useCreateChat } from './useCreateChat';

const titles = { people: 'new.title', GROUP: 'new.group', CHANNEL: 'new.channel', directory: 'directory.title' } as const;

export function NewChat() {
  const { t } = useTranslation();
  const { back } = useNavigation();
  const { create, busy, error } = useCreateChat();
  const meId = useStore(store => store.synced.meId);
  const isGuest = useStore(store => store.me?.role === 'GUEST');
  const [step, setStep] = useState<keyof typeof titles>('people');
  const leave = () => (step === 'people' ? back('/') : setStep('people'));
  const talkTo = (id: string) => {
    if (!busy) void create({ type: 'PRIVATE', memberIds: [id] });
  };
  const first = (
    <>
      <SavedRow onClick={() => talkTo(meId)} />
      {!isGuest && (
        <>
          <FirstRow icon={Users} label={t('new.group')} onClick={() => setStep('GROUP')} />
          <FirstRow icon={Megaphone} label={t('new.channel')} onClick={() => setStep('CHANNEL')} />
          <FirstRow icon={Compass} label={t('new.directory')} onClick={() => setStep('directory')} />
        </>
      )}
    </>
  );
  return (
    <section
      aria-label={t(titles[step])}
      className="slide-in flex min-h-0 flex-1 flex-col pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]"
      onKeyDown={event => event.key === 'Escape' && leave()}
    >
      <PaneHead title={t(titles[step])} onBack={leave} />
      {error !== null && <p role="alert" className="px-4 pb-2 text-sm text-bad">{sayAddingError(t, error)}</p>}
      {step === 'people' && <PeoplePicker chosen={null} first={first} onPick={person => talkTo(person.id)} />}
      {step === 'directory' && <Directory />}
      {(step === 'GROUP' || step === 'CHANNEL') && (
        <NewGroup isChannel={step === 'CHANNEL'} busy={busy} onCreate={(name, memberIds) => void create({ type: step, name, memberIds })} />
      )}
    </section>
  );
}

function FirstRow({ icon: Icon, label, onClick }: { icon: LucideIcon; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-14 w-full items-center gap-3 rounded-md px-2 text-left font-semibold text-accent-text -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-md bg-accent-soft"><Icon aria-hidden size={20} strokeWidth={1.8} /></span>
      {label}
    </button>
  );
}
