import { sayError } from '../../i18n/sayError';
import { Avatar } from '../../ui/Avatar';
import { SearchField } from '../../ui/SearchField';
import { Spinner } from '../../ui/Spinner';
import { stepRows } from '../../ui/stepRows';
import { usePages } from '../../usePages';
import { Check } from 'lucide-react';
import { useCallback, useContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, Choosing, type Picker } from './Choosing';

export interface PickListProps {
  picker: Picker;
  chosen: string;
  onPick: (choice: Choice) => void;
}

const pause = 200;

export function PickList({ picker, chosen, onPick }: PickListProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const wanted = words.trim();
  const all = useContext(Choosing);
  const ask = useCallback(async () => ({ data: await all.of(picker, wanted), next: null }), [all, picker, wanted]);
  const { rows, error } = usePages(ask, wanted ? pause : 0);
  const choices = error === null ? rows : null;
  const list = useRef<HTMLUListElement>(null);

  return (
    <div className="grid gap-2 pb-3" onKeyDown={event => stepRows(event, list.current)}>
      <div className="px-3 pt-1">
        <SearchField autoFocus label={t(picker === 'user' ? 'pick.user' : 'pick.chat')} clearLabel={t('chats.clearFilter')} value={words} onChange={setWords} />
      </div>
      {error !== null && <p role="alert" className="p-6 text-center text-ink-2">{sayError(t, error)}</p>}
      {!choices && error === null && <div className="grid place-items-center p-6 text-ink-3"><Spinner /></div>}
      {choices?.length === 0 && <p className="p-6 text-center text-pretty text-ink-2">{t(picker === 'user' ? 'pick.nobody' : 'pick.noChat')}</p>}
      <ul ref={list} className="px-2">
        {choices?.map(choice => (
          <li key={choice.id}>
            <button
              type="button"
              aria-pressed={choice.id === chosen}
              onClick={() => onPick(choice)}
              className="flex min-h-13 w-full items-center gap-3 rounded-md px-2 text-left -outline-offset-2 transition-colors duration-(--quick) hover:bg-hover"
            >
              <Avatar id={choice.id} name={choice.name} picture={choice.picture} square={choice.isChat} size="sm" />
              <span className="min-w-0 flex-1 truncate font-medium">{choice.name}</span>
              {choice.id === chosen && <Check aria-hidden size={18} className="shrink-0 text-accent-text" />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
