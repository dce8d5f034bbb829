import type { Message, Quote } from '../shared/api/types';
import { app } from '../shared/app';
import { type Draft, noDraft, unsaid } from '../shared/sync/draft';
import { useStore } from '../shared/sync/store';

/** By the place that is written in, see `placeKey`. */
export const useDraft = (place: string) => useStore(store => store.drafts[place] ?? noDraft);

const draftOf = (place: string) => useStore.getState().drafts[place] ?? noDraft;

export const changeDraft = (place: string, change: Partial<Draft>) => app.draft(place, change);

export function chooseReply(place: string, replyTo: Quote | null) {
  stopEdit(place);
  changeDraft(place, { replyTo });
  focusField(place);
}

/** Takes the place of what was being written, which comes back when the edit is over. */
export function beginEdit(place: string, { id, seq, content }: Message) {
  const before = unsaid(draftOf(place));
  changeDraft(place, { text: content ?? '', replyTo: null, editing: { id, seq, content: content ?? '', before } });
  focusField(place);
}

export function stopEdit(place: string) {
  const { editing } = draftOf(place);
  if (editing) changeDraft(place, { ...editing.before, editing: null });
}

const focusField = (place: string) => document.querySelector<HTMLTextAreaElement>(`textarea[data-composer="${place}"]`)?.focus();
