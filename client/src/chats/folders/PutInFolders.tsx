import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayChangeError } from '../../shared/i18n/sayError';
import { useStore } from '../../shared/sync/store';
import { useTask } from '../../shared/useTask';
import { Button } from '../../shared/ui/Button';
import { CheckRow } from '../../shared/ui/CheckRow';
import { Dialog } from '../../shared/ui/Dialog';
import { Field } from '../../shared/ui/Field';

/** Which folders a chat is in; a first folder is made on the way. */
export function PutInFolders({ chatId, onClose }: { chatId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const folders = useStore(store => store.synced.folders.folders);
  const [name, setName] = useState('');
  const { run, busy, error } = useTask();
  const { api } = app.session;
  const put = ({ id }: Folder, on: boolean) =>
    run(() => app.folders(on ? api.putInFolder(id, chatId) : api.takeFromFolder(id, chatId)));
  const create = () =>
    name.trim() && run(() => app.folders(api.createFolder({ name: name.trim(), rules: [], chatIds: [chatId] })), () => setName(''));
  return (
    <Dialog title={t('folders.title')} error={error === null ? null : sayChangeError(t, error)} onClose={onClose}>
      <div className="-mx-3 grid max-h-[40dvh] overflow-y-auto">
        {folders.map(folder => (
          <CheckRow key={folder.id} label={folder.name} isOn={folder.chatIds.includes(chatId)} disabled={busy} onChange={on => void put(folder, on)} />
        ))}
      </div>
      <form className="flex items-end gap-2" onSubmit={event => { event.preventDefault(); void create(); }}>
        <div className="min-w-0 flex-1"><Field label={t('folders.new')} value={name} maxLength={32} onChange={setName} /></div>
        <Button type="submit" look="quiet" busy={busy} disabled={name.trim() === ''}>{t('folders.create')}</Button>
      </form>
    </Dialog>
  );
}
