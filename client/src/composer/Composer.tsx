import { ArrowUp, Paperclip } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { app } from '../shared/app';
import { personName } from '../shared/chatNames';
import { newId } from '../shared/id';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { IconButton } from '../shared/ui/IconButton';
import { AttachmentChips } from './AttachmentChips';
import { changeDraft, useDraft } from './drafts';
import { MessageField } from './MessageField';
import { ReplyBar } from './ReplyBar';
import { useAttachments } from './useAttachments';

const longest = 10_000;
const hasKeyboard = () => matchMedia('(pointer: fine)').matches;

export function Composer({ state }: { state: ChatState }) {
  const { t } = useTranslation();
  const chatId = state.chat.id;
  const meId = useStore(store => store.synced.meId);
  const { text, replyTo } = useDraft(chatId);
  const { items, add, remove, clear } = useAttachments();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const content = text.trim();
  const excess = content.length - longest;
  const files = items.flatMap(item => item.stored ?? []);
  const canSend = (content !== '' || files.length > 0) && excess <= 0 && files.length === items.length;
  const take = (list: FileList | null) => [...(list ?? [])].forEach(file => void add(file));

  useEffect(() => {
    if (hasKeyboard()) field.current?.focus();
  }, []);

  const send = () => {
    if (!canSend) return;
    void app.send({ id: newId(), chatId, content, replyTo, files, createdAt: new Date().toISOString(), failure: null });
    changeDraft(chatId, { text: '', replyTo: null });
    clear();
    field.current?.focus();
  };

  const escape = () => {
    if (replyTo) changeDraft(chatId, { replyTo: null });
    return replyTo !== null;
  };

  return (
    <form
      className="shrink-0 px-3 pb-3 pane:px-[max(var(--s4),calc((100%-var(--column))/2))] pane:pb-4"
      onSubmit={event => { event.preventDefault(); send(); }}
    >
      {replyTo && <ReplyBar quote={replyTo} name={personName(state, replyTo.senderId, meId, t)} onCancel={() => changeDraft(chatId, { replyTo: null })} />}
      {items.length > 0 && <AttachmentChips items={items} onRemove={remove} />}
      {excess > 0 && <p role="alert" className="pb-1 pl-4 text-sm text-bad">{t('compose.tooLong', { count: excess })}</p>}
      <div className="flex items-end gap-2">
        <div className="flex min-w-0 flex-1 items-end rounded-field bg-raised shadow-bubble ring-1 ring-line focus-within:ring-accent">
          <IconButton icon={Paperclip} label={t('compose.attach')} className="m-px" onClick={() => picker.current?.click()} />
          <input ref={picker} type="file" multiple hidden onChange={event => { take(event.target.files); event.target.value = ''; }} />
          <MessageField field={field} value={text} onChange={value => changeDraft(chatId, { text: value })} onSend={send} onEscape={escape} onFiles={take} />
        </div>
        <button
          type="submit"
          aria-label={t('compose.send')}
          disabled={!canSend}
          className="grid size-11.5 shrink-0 place-items-center rounded-full bg-accent text-on-accent transition-[background,opacity] duration-(--quick) hover:bg-accent-strong disabled:cursor-default disabled:bg-sunken disabled:text-ink-3"
        >
          <ArrowUp aria-hidden size={22} strokeWidth={2.2} />
        </button>
      </div>
    </form>
  );
}
