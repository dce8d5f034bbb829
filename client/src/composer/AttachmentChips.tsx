import { CircleAlert, Paperclip, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sayError } from '../shared/i18n/sayError';
import { fileSize } from '../shared/text/fileSize';
import type { Attachment } from './useAttachments';

export function AttachmentChips({ items, onRemove }: { items: Attachment[]; onRemove: (key: string) => void }) {
  return (
    <ul className="flex flex-wrap gap-2 pb-2">
      {items.map(item => <li key={item.key} className="min-w-0 max-w-full"><Chip item={item} onRemove={() => onRemove(item.key)} /></li>)}
    </ul>
  );
}

function Chip({ item, onRemove }: { item: Attachment; onRemove: () => void }) {
  const { t, i18n } = useTranslation();
  const failed = item.error !== null;
  const percent = Math.round(item.progress * 100);
  const Icon = failed ? CircleAlert : Paperclip;
  const note = failed ? sayError(t, item.error) : `${fileSize(item.size, t, i18n.language)} · ${item.stored ? t('compose.ready') : `${percent} %`}`;
  return (
    <div className="relative flex items-center gap-2 overflow-hidden rounded-md bg-raised pl-3 shadow-bubble ring-1 ring-line">
      <Icon aria-hidden size={17} className={`shrink-0 ${failed ? 'text-bad' : 'text-ink-2'}`} />
      <span className="min-w-0 py-1.5 leading-tight">
        <span className="block max-w-60 truncate text-sm font-medium">{item.name}</span>
        <span role={failed ? 'alert' : undefined} className={`block text-xs ${failed ? 'text-bad' : 'text-ink-2'}`}>{note}</span>
      </span>
      <button type="button" aria-label={t('compose.removeFile', { name: item.name })} onClick={onRemove} className="grid size-11 shrink-0 place-items-center text-ink-2 hover:text-ink">
        <X aria-hidden size={16} />
      </button>
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
