import type { Quote, SavedDraft } from '../api/types';

export interface Draft {
  text: string;
  replyTo: Quote | null;
  editing: Editing | null;
  /** When it was last touched, here or on another device; the later one stays. */
  at: string;
  /** The server has it as it is here. */
  isSaved: boolean;
}

export type Unsaid = Pick<Draft, 'text' | 'replyTo'>;

/** A message of one's own that is being said differently, and what was being written before. */
export interface Editing {
  id: string;
  seq: number;
  content: string;
  before: Unsaid;
}

export const noDraft: Draft = { text: '', replyTo: null, editing: null, at: '', isSaved: true };

/** What is a draft and not an edit. */
export const unsaid = ({ editing, text, replyTo }: Draft): Unsaid => editing?.before ?? { text, replyTo };

export const isEmpty = ({ text, replyTo }: Unsaid) => text === '' && replyTo === null;

/** After something was typed here: an edit that begins or ends leaves the draft as it was. */
export function touched(before: Draft, change: Partial<Draft>, now: Date): Draft {
  const after = { ...before, ...change };
  const [was, is] = [unsaid(before), unsaid(after)];
  if (was.text === is.text && was.replyTo?.id === is.replyTo?.id) return after;
  return { ...after, at: now.toISOString(), isSaved: false };
}

/** As the server keeps it, unless this device was touched later. */
export function taken(here: Draft, { text, replyTo, at }: SavedDraft): Draft {
  if (here.at !== '' && Date.parse(at) < Date.parse(here.at)) return here;
  const said = { text, replyTo };
  const kept = here.editing ? { ...here, editing: { ...here.editing, before: said } } : { ...here, ...said };
  return { ...kept, at, isSaved: true };
}
