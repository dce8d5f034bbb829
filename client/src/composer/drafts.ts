import { create } from 'zustand';
import type { Quote } from '../shared/api/types';

export interface Draft {
  text: string;
  replyTo: Quote | null;
}

const empty: Draft = { text: '', replyTo: null };

/** What is being written, per chat, for as long as the app is open. */
const useDrafts = create<Record<string, Draft>>(() => ({}));

export const useDraft = (chatId: string) => useDrafts(drafts => drafts[chatId] ?? empty);

export const changeDraft = (chatId: string, change: Partial<Draft>) =>
  useDrafts.setState(drafts => ({ [chatId]: { ...(drafts[chatId] ?? empty), ...change } }));

export function chooseReply(chatId: string, replyTo: Quote | null) {
  changeDraft(chatId, { replyTo });
  document.querySelector<HTMLTextAreaElement>('textarea[data-composer]')?.focus();
}
