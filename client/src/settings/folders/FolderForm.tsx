import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder, FolderRule } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayChangeError } from '../../shared/i18n/sayError';
import { useTask } from '../../shared/useTask';
import { Button } from '../../shared/ui/Button';
import { CheckRow } from '../../shared/ui/CheckRow';
import { Field } from '../../shared/ui/Field';
import { ChatChecks } from './ChatChecks';

const rules: FolderRule[] = ['UNREAD', 'PRIVATE', 'GROUPS', 'CHANNELS'];
const toggled = <T,>(list: readonly T[], one: T, on: boolean) => (on ? [...list, one] : list.filter(other => other !== one));

export function FolderForm({ folder, onDone }: { folder: Folder | null; onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(folder?.name ?? '');
  const [chosen, setChosen] = useState(folder?.rules ?? []);
  const [chatIds, setChatIds] = useState(folder?.chatIds ?? []);
  const [tried, setTried] = useState(false);
  const { run, busy, error } = useTask();

  const submit = () => {
    setTried(true);
    if (name.trim()) void run(() => save(folder, name.trim(), chosen, chatIds), onDone);
  };

  return (
    <form noValidate className="grid gap-5" onSubmit={event => { event.preventDefault(); submit(); }}>
      <Field autoFocus label={t('folders.name')} value={name} maxLength={32} error={tried && !name.trim() ? t('field.required') : undefined} onChange={setName} />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('folders.rules')}</legend>
        <div className="-mx-3 grid">
          {rules.map(rule => (
            <CheckRow key={rule} label={t(`rule.${rule}`)} isOn={chosen.includes(rule)} onChange={on => setChosen(toggled(chosen, rule, on))} />
          ))}
        </div>
      </fieldset>
      <ChatChecks chosen={chatIds} onChange={(id, on) => setChatIds(toggled(chatIds, id, on))} />
      {error !== null && <p role="alert" className="text-sm text-bad">{sayChangeError(t, error)}</p>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" busy={busy}>{t(folder ? 'compose.save' : 'folders.create')}</Button>
      </div>
    </form>
  );
}

async function save(folder: Folder | null, name: string, rules: FolderRule[], chatIds: string[]) {
  const { api } = app.session;
  if (!folder) return app.folders(api.createFolder({ name, rules, chatIds }));
  await app.folders(api.changeFolder(folder.id, { name, rules }));
  for (const id of chatIds.filter(id => !folder.chatIds.includes(id))) await app.folders(api.putInFolder(folder.id, id));
  for (const id of folder.chatIds.filter(id => !chatIds.includes(id))) await app.folders(api.takeFromFolder(folder.id, id));
}
