import type { Message, Quote } from '../shared/api/types';
import { app } from '../shared/app';
import { type Draft, noDraft, unsaid } from '../shared/sync/draft';
import { useStore } from '../shared/sync/store';

export const useDraft = (chatId: string) => useStore(store => store.drafts[chatId] ?? noDraft);

const draftOf = (chatId: string) => useStore.getState().drafts[chatId] ?? noDraft;

export const changeDraft = (chatId: string, change: Partial<Draft>) => app.draft(chatId, change);

export function chooseReply(chatId: string, replyTo: Quote | null) {
  stopEdit(chatId);
  changeDraft(chatId, { replyTo });
  focusField();
}

/** Takes the place of what was being written, which comes back when the edit is over. */
export function beginEdit({ chatId, id, seq, content }: Message) {
  const before = unsaid(draftOf(chatId));
  changeDraft(chatId, { text: content ?? '', replyTo: null, editing: { id, seq, content: content ?? '', before } });
  focusField();
}

export function stopEdit(chatId: string) {
  const { editing } = draftOf(chatId);
  if (editing) changeDraft(chatId, { ...editing.before, editing: null });
}

const focusField = () => document.querySelector<HTMLTextAreaElement>('textarea[data-composer]')?.focus();
