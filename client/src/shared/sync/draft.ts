import type { Quote } from '../api/types';

export interface Draft {
  text: string;
  replyTo: Quote | null;
  editing: Editing | null;
}

/** A message of one's own that is being said differently, and what was being written before. */
export interface Editing {
  id: string;
  seq: number;
  content: string;
  before: Omit<Draft, 'editing'>;
}

export const noDraft: Draft = { text: '', replyTo: null, editing: null };
