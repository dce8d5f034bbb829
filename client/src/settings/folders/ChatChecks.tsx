import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChatOrder } from '../../chats/useChatOrder';
import { chatName } from '../../shared/chatNames';
import { useStore } from '../../shared/sync/store';
import { CheckRow } from '../../shared/ui/CheckRow';
import { SearchField } from '../../shared/ui/SearchField';

const most = 50;

/** The chats that are put in by hand; a name finds those further down. */
export function ChatChecks({ chosen, onChange }: { chosen: readonly string[]; onChange: (id: string, on: boolean) => void }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const ids = useChatOrder(filter, 'every').slice(0, most);
  const synced = useStore(store => store.synced);
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t('folders.chats')}</legend>
      <SearchField label={t('chats.filter')} clearLabel={t('chats.clearFilter')} value={filter} onChange={setFilter} />
      <div className="-mx-3 mt-2 grid max-h-[40dvh] overflow-y-auto">
        {ids.map(id => (
          <CheckRow key={id} label={chatName(synced.chats[id]!, synced.meId, t)} isOn={chosen.includes(id)} onChange={on => onChange(id, on)} />
        ))}
      </div>
    </fieldset>
  );
}
