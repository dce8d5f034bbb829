import { ArrowUp, Check, Mic, Paperclip } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../shared/api/types';
import { app } from '../shared/app';
import { quoteName } from '../shared/chatNames';
import { newId } from '../shared/id';
import { canEdit, may } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';
import { useStore } from '../shared/sync/store';
import { IconButton } from '../shared/ui/IconButton';
import { Spinner } from '../shared/ui/Spinner';
import { placeIn } from '../plugins/place';
import { Slot } from '../plugins/Slot';
import { shownOf } from '../plugins/transforms/incoming';
import { useMenu } from '../messages/useMenu';
import { notify } from '../shared/notice';
import type { Pending } from '../shared/sync/outbox';
import { answered, placeKey } from '../shared/sync/parts';
import { moment } from '../shared/time/format';
import { attach, clearAttachments, resumeAttachments, useAttachments } from '../shared/uploads/attachments';
import { AttachmentChips } from './AttachmentChips';
import { beginEdit, changeDraft, stopEdit, useDraft } from './drafts';
import { EditBar } from './EditBar';
import { MentionList } from './mentions/MentionList';
import { useMentions } from './mentions/useMentions';
import { MessageField } from './MessageField';
import { LinkBar } from './preview/LinkBar';
import { useLink } from './preview/useLink';
import { ReplyBar } from './ReplyBar';
import { ScheduledButton } from './scheduled/ScheduledButton';
import { SendMenu } from './send/SendMenu';
import { useEdit } from './useEdit';
import { useSayTyping } from './useSayTyping';
import { canRecord } from './voice/Recorder';
import { useVoice } from './voice/useVoice';
import { VoiceBar } from './voice/VoiceBar';

const longest = 10_000;
/** Of one message; what is more goes in further ones. */
const mostFiles = 10;
const hasKeyboard = () => matchMedia('(pointer: fine)').matches;

export function Composer({ state }: { state: ChatState }) {
  const { t, i18n } = useTranslation();
  const chatId = state.chat.id;
  const place = placeKey(state);
  const meId = useStore(store => store.synced.meId);
  const { text, replyTo, editing } = useDraft(place);
  const edit = useEdit(chatId, place, editing);
  const typing = useSayTyping(chatId);
  const items = useAttachments(place);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const content = text.trim();
  const excess = content.length - longest;
  const files = items.flatMap(item => item.stored ?? []);
  const isWhole = editing ? content !== '' && !edit.isBusy : (content !== '' || files.length > 0) && files.length === items.length;
  const canSend = isWhole && excess <= 0;
  const menu = useMenu(canSend && !editing);
  const mayFile = may(state, 'SEND_FILES');
  const take = (list: FileList | null) => mayFile && [...(list ?? [])].forEach(file => attach(place, file));
  const link = useLink(text, !editing && !state.chat.isSecret && items.length === 0);
  const voice = useVoice(file => post('', [file]));
  const records = !editing && mayFile && content === '' && items.length === 0 && canRecord();
  const Icon = editing ? Check : records ? Mic : ArrowUp;

  useEffect(() => {
    if (hasKeyboard()) field.current?.focus();
    void resumeAttachments();
  }, []);

  const pendingOf = (words: string, sent: StoredFile[]): Pending =>
    ({
      id: newId(), chatId, content: words, replyTo: replyTo ?? answered(state), files: sent, ...(state.part && { part: state.part }),
      createdAt: new Date().toISOString(), failure: null, ...(link.isDeclined && { hidePreview: true }),
    });

  const post = (words: string, sent: StoredFile[], how: Partial<Pending> = {}) => {
    typing.sent();
    void app.send({ ...pendingOf(words, sent), ...how });
    changeDraft(place, { text: '', replyTo: null });
  };

  const clean = () => {
    changeDraft(place, { text: '', replyTo: null });
    clearAttachments(place);
    field.current?.focus();
  };

  const send = (how: Partial<Pending> = {}) => {
    if (!canSend) return;
    if (editing) return void edit.save(content);
    post(content, files.slice(0, mostFiles), how);
    for (let at = mostFiles; at < files.length; at += mostFiles) post('', files.slice(at, at + mostFiles), how);
    clean();
  };

  const schedule = async (at: string) => {
    await app.schedule(pendingOf(content, files.slice(0, mostFiles)), at);
    notify(t('send.scheduled', { when: moment(new Date(at), i18n.language) }));
    clean();
  };

  const write = (value: string) => {
    changeDraft(place, { text: value });
    if (!editing) typing.typed(value);
  };

  const mentions = useMentions(field, text, write, state, meId);

  const escape = () => {
    if (editing) stopEdit(place);
    else if (replyTo) changeDraft(place, { replyTo: null });
    return editing !== null || replyTo !== null;
  };

  const editLast = () => {
    const last = state.messages.findLast(row => canEdit(row, meId));
    if (last && !editing && items.length === 0) beginEdit(place, shownOf(last));
  };

  return (
    <form
      className="shrink-0 px-3 pb-3 pane:px-[max(var(--s4),calc((100%-var(--column))/2))] pane:pb-4"
      onSubmit={event => { event.preventDefault(); send(); }}
    >
      {replyTo && <ReplyBar quote={replyTo} name={quoteName(state, replyTo, meId, t)} onCancel={() => changeDraft(place, { replyTo: null })} />}
      {editing && <EditBar editing={editing} error={edit.error} onCancel={() => { stopEdit(place); field.current?.focus(); }} />}
      {!editing && <AttachmentChips chatId={place} />}
      {link.preview && <LinkBar preview={link.preview} onDecline={() => { link.decline(); field.current?.focus(); }} />}
      {excess > 0 && <p role="alert" className="pb-1 pl-4 text-sm text-bad">{t('compose.tooLong', { count: excess })}</p>}
      <MentionList mentions={mentions} />
      {voice.state !== 'idle' ? <VoiceBar voice={voice} /> : <div className="flex items-end gap-2">
        <div className={`flex min-w-0 flex-1 items-end rounded-field ${editing ? 'pl-4' : ''} bg-raised shadow-bubble ring-1 ring-line focus-within:ring-accent`}>
          {!editing && mayFile && <IconButton icon={Paperclip} label={t('compose.attach')} className="m-px" onClick={() => picker.current?.click()} />}
          {!editing && !state.part && !state.chat.isSecret && <Slot name="composer.actions@1" props={placeIn(state)} className="flex shrink-0" />}
          <input ref={picker} type="file" multiple hidden onChange={event => { take(event.target.files); event.target.value = ''; }} />
          <MessageField field={field} place={place} label={t(state.part?.kind === 'thread' ? 'thread.write' : 'compose.label')} value={text} onChange={write} onSend={() => send()} onEscape={escape} onUp={editLast} onFiles={take} mentions={mentions} />
          {!editing && state.part?.kind !== 'thread' && <ScheduledButton chatId={chatId} />}
          {canSend && !editing && <SendMenu at={menu.at} onOpen={menu.openBy} onClose={menu.close} onSend={send} onSchedule={schedule} />}
        </div>
        <button
          type={records ? 'button' : 'submit'}
          aria-label={t(editing ? 'compose.save' : records ? 'files.record' : 'compose.send')}
          disabled={!records && !canSend}
          onClick={records ? () => void voice.start() : undefined}
          {...menu.press}
          className="grid size-11.5 shrink-0 place-items-center rounded-full bg-accent text-on-accent transition-[background,opacity] duration-(--quick) hover:bg-accent-strong disabled:cursor-default disabled:bg-sunken disabled:text-ink-3"
        >
          {edit.isBusy ? <Spinner size={22} /> : <Icon aria-hidden size={22} strokeWidth={2.2} />}
        </button>
      </div>}
    </form>
  );
}
