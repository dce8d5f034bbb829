import type { Message } from '../api/types';
import type { ChatState, Synced } from './chatState';

const over = ({ expiresAt, isDeleted }: Message, now: number) => !isDeleted && expiresAt != null && Date.parse(expiresAt) <= now;

/** As the server will have it: the tombstone has the old revision, so that the server's own takes its place. */
const gone = (message: Message): Message =>
  ({ ...message, isDeleted: true, isPinned: false, content: null, encryptedContent: null, replyTo: null, forwardedFrom: null, files: [], reactions: [], extra: {} });

/** Whose time is over goes here too, on time, whether or not the server can say so. */
export function withoutExpired(state: ChatState, now: number): ChatState {
  if (!state.messages.some(message => over(message, now))) return state;
  return { ...state, messages: state.messages.map(message => (over(message, now) ? gone(message) : message)) };
}

/** When the next message of a chat ends. */
export const nextEnd = ({ messages }: ChatState): number =>
  messages.reduce((soonest, { expiresAt, isDeleted }) => (expiresAt && !isDeleted ? Math.min(soonest, Date.parse(expiresAt)) : soonest), Infinity);

// A browser's timer holds no more.
const longest = 2 ** 31 - 1;

/** Wakes up when the next message of any chat ends; looks only at the chats that changed. */
export class ExpiryWatch {
  #ends = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly now: () => number,
    private readonly onEnd: () => void,
  ) {}

  follow(before: Synced, after: Synced) {
    for (const [id, state] of Object.entries(after.chats)) {
      if (before.chats[id]?.messages !== state.messages) this.#ends.set(id, nextEnd(state));
    }
    for (const id of this.#ends.keys()) if (!after.chats[id]) this.#ends.delete(id);
    clearTimeout(this.#timer);
    const next = Math.min(...this.#ends.values());
    if (next !== Infinity) this.#timer = setTimeout(this.onEnd, Math.min(longest, Math.max(0, next - this.now())));
  }

  stop() {
    clearTimeout(this.#timer);
    this.#ends.clear();
  }
}
