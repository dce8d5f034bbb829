import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatFace } from '../../chats/ChatFace';
import { makeSaved } from '../../chats/makeSaved';
import { SavedRow } from '../../chats/SavedRow';
import { useChatOrder } from '../../chats/useChatOrder';
import { chatName } from '../../shared/chatNames';
import { canPost } from '../../shared/rights';
import { useStore } from '../../shared/sync/store';
import { SearchField } from '../../shared/ui/SearchField';

export interface ChatPickerProps {
  chosen: readonly string[];
  onPick: (chatId: string) => void;
}

/** One's own chats, what one keeps for oneself first, then the latest talk; those where one may not write are left out. */
export function ChatPicker({ chosen, onPick }: ChatPickerProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const found = useChatOrder(filter, 'every');
  const savedId = useStore(({ synced }) => Object.values(synced.chats).find(state => state.chat.isSaved)?.chat.id ?? null);
  const ids = savedId && found.includes(savedId) ? [savedId, ...found.filter(id => id !== savedId)] : found;
  return (
    <>
      <div className="px-4 pb-2">
        <SearchField autoFocus label={t('chats.filter')} clearLabel={t('chats.clearFilter')} value={filter} onChange={setFilter} />
      </div>
      {!savedId && <div className="px-2"><SavedRow onClick={() => void makeSaved().then(onPick, () => null)} /></div>}
      <ul aria-label={t('forward.to')} className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {ids.map(id => <li key={id}><Row id={id} isChosen={chosen.includes(id)} onPick={() => onPick(id)} /></li>)}
        {ids.length === 0 && <li className="p-6 text-center text-ink-2">{t('chats.noMatch')}</li>}
      </ul>
    </>
  );
}

function Row({ id, isChosen, onPick }: { id: string; isChosen: boolean; onPick: () => void }) {
  const { t } = useTranslation();
  const state = useStore(store => store.synced.chats[id]);
  const meId = useStore(store => store.synced.meId);
  if (!state || !canPost(state)) return null;
  const name = chatName(state, meId, t);
  return (
    <button type="button" aria-pressed={isChosen} onClick={onPick} className="flex min-h-14 w-full items-center gap-3 rounded-md px-3 text-left -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover">
      <ChatFace state={state} meId={meId} size="md" />
      <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
      <span className={`grid size-6 shrink-0 place-items-center rounded-full border ${isChosen ? 'border-accent bg-accent text-on-accent' : 'border-line'}`}>
        {isChosen && <Check aria-hidden size={15} strokeWidth={2.5} />}
      </span>
    </button>
  );
}
