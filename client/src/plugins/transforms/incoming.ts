import type { MessageView } from '@stogram/plugin';
import { create } from 'zustand';
import type { Message, Scheduled } from '../../shared/api/types';
import { blame } from '../guard';
import { type Registered, useRegistry } from '../registry';
import { freezeDeep, viewMessage } from '../views';
import { within } from './within';

/** A message that plugins may change before it is shown. */
export type Showable = Message | Scheduled;

type Said = Pick<MessageView, 'content' | 'extra'>;

/** What became of what a message says; neither while it is being asked about. */
interface Held {
  said: Said | null;
  /** The name of the plugin that failed on it. */
  failedBy: string | null;
}

const budget = 5000;
const most = 5000;
const held = new Map<string, Held>();

/** Grows whenever more is known: what is shown is to be looked up again. */
export const useTurn = create(() => ({ turn: 0 }));

let isTold = false;

/** All that became known in one breath is shown at once. */
function tell() {
  if (isTold) return;
  isTold = true;
  queueMicrotask(() => {
    isTold = false;
    useTurn.setState(({ turn }) => ({ turn: turn + 1 }));
  });
}

export function forgetAll() {
  held.clear();
  tell();
}

useRegistry.subscribe((now, before) => {
  if (now.transforms !== before.transforms) forgetAll();
});

/** Asks once, however often it is shown and whatever else changes about it. */
export function ask(message: Showable) {
  const key = keyOf(message);
  if (isOwn(message) || held.has(key)) return;
  const asked: Held = { said: null, failedBy: null };
  held.set(key, asked);
  if (held.size > most) held.delete(held.keys().next().value!);
  void read(message).then(outcome => {
    if (held.get(key) !== asked) return;
    Object.assign(asked, outcome);
    tell();
  });
}

/** As plugins have it; as it came where they have not said so yet, or failed. */
export function shownOf<M extends Showable>(message: M): M {
  const said = held.get(keyOf(message))?.said;
  if (!said) return message;
  const last = shown.get(message);
  if (last?.said === said) return last.message as M;
  const changed = { ...message, content: said.content, extra: said.extra };
  shown.set(message, { said, message: changed });
  return changed;
}

/** Nothing more will be known of it. */
export function isSettled(message: Showable) {
  const known = held.get(keyOf(message));
  return isOwn(message) || Boolean(known?.said ?? known?.failedBy);
}

export const failedBy = (message: Showable) => held.get(keyOf(message))?.failedBy ?? null;

// By what it says, and not by its revision: two parts of the page may hold different ones.
const keys = new WeakMap<Showable, string>();
const shown = new WeakMap<Showable, { said: Said; message: Showable }>();

function keyOf(message: Showable) {
  const key = keys.get(message) ?? JSON.stringify([message.id, message.content, message.encryptedContent, message.extra]);
  keys.set(message, key);
  return key;
}

/** The host's own words, or none. */
const isOwn = ({ type, isDeleted }: Showable) => type === 'SYSTEM' || isDeleted;

/** Who came last on the way out comes first on the way in. */
async function read(message: Showable): Promise<Held> {
  let view = viewMessage(message as Message);
  for (const reader of useRegistry.getState().transforms.toReversed()) {
    if (!reader.transform.incoming) continue;
    try {
      view = taken(view, await within(budget, () => reader.transform.incoming!(view)));
    } catch (error) {
      blame(reader.plugin, 'incoming', error);
      return { said: null, failedBy: reader.name };
    }
  }
  return { said: view, failedBy: null };
}

function taken(view: MessageView, { content, extra }: MessageView): MessageView {
  if (content !== null && typeof content !== 'string') throw new Error('content has to be a text or null.');
  if (typeof extra !== 'object' || extra === null) throw new Error('extra has to be an object.');
  return freezeDeep({ ...view, content, extra: structuredClone(extra) });
}

export const readers = (transforms: readonly Registered[]) => transforms.some(({ transform }) => transform.incoming);
