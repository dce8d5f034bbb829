import { ArrowDown, ArrowUp, Folder as FolderIcon, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../shared/api/types';
import { app } from '../../shared/app';
import { sayChangeError } from '../../shared/i18n/sayError';
import { useStore } from '../../shared/sync/store';
import { useTask } from '../../shared/useTask';
import { Button } from '../../shared/ui/Button';
import { Dialog } from '../../shared/ui/Dialog';
import { IconButton } from '../../shared/ui/IconButton';
import { FolderForm } from './FolderForm';

/** One's folders: made, put in order, changed and deleted, for all devices. */
export function Folders() {
  const { t } = useTranslation();
  const folders = useStore(store => store.synced.folders.folders);
  const [editing, setEditing] = useState<Folder | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Folder | null>(null);
  const { run, busy, error, forget } = useTask();
  const { api } = app.session;
  const move = ({ id }: Folder, position: number) => run(() => app.folders(api.changeFolder(id, { position })));
  const remove = ({ id }: Folder) => run(() => app.folders(api.deleteFolder(id)), () => setLeaving(null));
  if (editing) return <FolderForm folder={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />;
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-2">{t('folders.about')}</p>
      {error !== null && <p role="alert" className="text-sm text-bad">{sayChangeError(t, error)}</p>}
      {folders.length > 0 && (
        <ul aria-label={t('folders.title')} className="-mx-1 grid">
          {folders.map((folder, i) => (
            <li key={folder.id} className="flex min-h-12 items-center">
              <FolderIcon aria-hidden size={20} strokeWidth={1.8} className="mr-3 ml-1 shrink-0 text-ink-2" />
              <span className="min-w-0 flex-1 truncate font-medium">{folder.name}</span>
              <IconButton icon={ArrowUp} label={t('folders.up', { name: folder.name })} disabled={busy || i === 0} onClick={() => void move(folder, i - 1)} />
              <IconButton icon={ArrowDown} label={t('folders.down', { name: folder.name })} disabled={busy || i === folders.length - 1} onClick={() => void move(folder, i + 1)} />
              <IconButton icon={Pencil} label={t('folders.edit', { name: folder.name })} onClick={() => setEditing(folder)} />
              <IconButton icon={Trash2} label={t('folders.delete', { name: folder.name })} onClick={() => { forget(); setLeaving(folder); }} />
            </li>
          ))}
        </ul>
      )}
      <Button look="quiet" onClick={() => setEditing('new')}>{t('folders.new')}</Button>
      {leaving && (
        <Dialog title={t('folders.deleteSure', { name: leaving.name })} action={t('messages.delete')} busy={busy} onConfirm={() => void remove(leaving)} onClose={() => setLeaving(null)}>
          <p>{t('folders.deleteWarn')}</p>
        </Dialog>
      )}
    </div>
  );
}
