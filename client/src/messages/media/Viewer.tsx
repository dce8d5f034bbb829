import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, StoredFile } from '../../shared/api/types';
import { IconButton } from '../../shared/ui/IconButton';
import { Spinner } from '../../shared/ui/Spinner';
import { saveFile } from '../saveFile';
import { usePicture } from '../usePicture';
import { useZoom } from './useZoom';
import { picturesOf, view } from './viewing';

/** One picture as large as the screen; the others of the chat to the left and right of it. */
export function Viewer({ file, messages }: { file: StoredFile; messages: readonly Message[] }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const all = picturesOf(messages);
  const at = all.findIndex(other => other.id === file.id);
  const [previous, next] = at < 0 ? [null, null] : [all[at - 1] ?? null, all[at + 1] ?? null];
  const zoom = useZoom(file.id, { onLeft: () => next && view(next), onRight: () => previous && view(previous), onDown: () => dialog.current?.close() });
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={file.name}
      onClose={() => view(null)}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.key === 'ArrowLeft' && previous) view(previous);
        if (event.key === 'ArrowRight' && next) view(next);
        if (event.key === '+' || event.key === '=') zoom.by(1.5);
        if (event.key === '-') zoom.by(1 / 1.5);
      }}
      className="fade-in m-0 size-full max-h-none max-w-none overflow-hidden bg-surface p-0 text-ink"
    >
      <div className="grid h-full grid-rows-[auto_minmax(0,1fr)]">
        <header className="flex items-center gap-1 px-3 py-2 pt-[max(var(--s2),env(safe-area-inset-top))]">
          <p className="min-w-0 flex-1 truncate pl-1 font-medium">{file.name}</p>
          {at >= 0 && all.length > 1 && <p className="px-2 text-sm text-ink-2 tabular-nums">{t('files.of', { at: at + 1, count: all.length })}</p>}
          <span className="hidden pane:flex">
            <IconButton icon={ZoomOut} label={t('files.zoomOut')} disabled={zoom.scale <= 1} onClick={() => zoom.by(1 / 1.5)} />
            <IconButton icon={ZoomIn} label={t('files.zoomIn')} onClick={() => zoom.by(1.5)} />
          </span>
          <IconButton icon={Download} label={t('messages.download', { name: file.name })} onClick={() => void saveFile(file).catch(() => undefined)} />
          <IconButton icon={X} label={t('common.close')} onClick={() => dialog.current?.close()} />
        </header>
        <div {...zoom.on} className="relative grid min-h-0 touch-none place-items-center overflow-hidden">
          <Shown key={file.id} file={file} style={zoom.style} />
          {previous && <IconButton icon={ChevronLeft} label={t('files.previous')} className="absolute left-3 hidden! bg-raised shadow-float pane:grid!" onClick={() => view(previous)} />}
          {next && <IconButton icon={ChevronRight} label={t('files.next')} className="absolute right-3 hidden! bg-raised shadow-float pane:grid!" onClick={() => view(next)} />}
        </div>
      </div>
    </dialog>
  );
}

function Shown({ file, style }: { file: StoredFile; style: React.CSSProperties }) {
  const { t } = useTranslation();
  const { address, isLost } = usePicture(file);
  if (isLost) return <p role="alert" className="text-ink-2">{t('files.cannotShow')}</p>;
  if (!address) return <span className="text-ink-3"><Spinner size={28} /></span>;
  return <img src={address} alt={file.name} draggable={false} style={style} className="fade-in max-h-full max-w-full object-contain select-none" />;
}
