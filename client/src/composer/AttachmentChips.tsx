import { CircleAlert, Paperclip, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '../shared/text/fileSize';
import { type Attachment, removeAttachment, retryAttachment, useAttachments } from '../shared/uploads/attachments';
import { sayUpload } from '../shared/uploads/sayUpload';

export function AttachmentChips({ chatId }: { chatId: string }) {
  const items = useAttachments(chatId);
  if (items.length === 0) return null;
  return (
    <ul className="flex max-h-50 flex-wrap gap-2 overflow-y-auto px-px pt-px pb-2">
      {items.map(item => <li key={item.key} className="min-w-0 max-w-full"><Chip item={item} onRemove={() => removeAttachment(chatId, item.key)} /></li>)}
    </ul>
  );
}

function Chip({ item, onRemove }: { item: Attachment; onRemove: () => void }) {
  const { t, i18n } = useTranslation();
  const failed = item.error !== null;
  const percent = Math.round(item.progress * 100);
  const Icon = failed ? CircleAlert : Paperclip;
  const note = failed ? sayUpload(t, item.error, i18n.language) : `${fileSize(item.size, t, i18n.language)} · ${item.stored ? t('compose.ready') : `${percent} %`}`;
  return (
    <div className="relative flex items-center gap-2 overflow-hidden rounded-md bg-raised pl-3 shadow-bubble ring-1 ring-line">
      <Icon aria-hidden size={17} className={`shrink-0 ${failed ? 'text-bad' : 'text-ink-2'}`} />
      <span className="min-w-0 py-1.5 leading-tight">
        <span className="block max-w-60 truncate text-sm font-medium">{item.name}</span>
        <span role={failed ? 'alert' : undefined} className={`block max-w-60 text-xs text-pretty ${failed ? 'text-bad' : 'text-ink-2'}`}>{note}</span>
      </span>
      <span className="flex shrink-0">
        {failed && (
          <button type="button" aria-label={t('files.retry', { name: item.name })} onClick={() => retryAttachment(item.key)} className="grid size-11 place-items-center text-ink-2 hover:text-ink">
            <RotateCw aria-hidden size={16} />
          </button>
        )}
        <button type="button" aria-label={t('compose.removeFile', { name: item.name })} onClick={onRemove} className="grid size-11 place-items-center text-ink-2 hover:text-ink">
          <X aria-hidden size={16} />
        </button>
      </span>
      {!item.stored && !failed && (
        <span
          role="progressbar"
          aria-label={t('compose.uploading', { name: item.name, percent })}
          aria-valuenow={percent}
          className="absolute inset-x-0 bottom-0 h-0.75 origin-left bg-accent"
          style={{ transform: `scaleX(${item.progress})` }}
        />
      )}
    </div>
  );
}
