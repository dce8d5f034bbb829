import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../shared/api/types';
import { Button } from '../shared/ui/Button';
import { Field } from '../shared/ui/Field';
import { Chosen } from './Chosen';
import { PeoplePicker } from './PeoplePicker';
import { useChosen } from './useChosen';

export interface NewGroupProps {
  isChannel?: boolean;
  busy: boolean;
  onCreate: (name: string, memberIds: string[]) => void;
}

export function NewGroup({ isChannel = false, busy, onCreate }: NewGroupProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const { chosen, ids, toggle } = useChosen<User>();
  const submit = () => {
    setTried(true);
    if (name.trim()) onCreate(name.trim(), ids);
  };
  return (
    <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={event => { event.preventDefault(); submit(); }}>
      <div className="px-4 pb-3">
        <Field label={t(isChannel ? 'new.channelName' : 'new.groupName')} value={name} onChange={setName} maxLength={128} error={tried && !name.trim() ? t('field.required') : undefined} />
      </div>
      <Chosen people={chosen} onRemove={toggle} />
      <PeoplePicker chosen={ids} onPick={toggle} />
      <div className="border-t border-line p-3">
        <Button type="submit" className="w-full" busy={busy}>{t(isChannel ? 'new.createChannel' : 'new.create')}</Button>
      </div>
    </form>
  );
}
