import { create } from 'zustand';
import type { Status, User } from '../api/types';

export interface Presence {
  /** Null where it is not for me. */
  status: Status | null;
  lastSeenAt: string | null;
}

/** What is known of who is here since this connection opened: what was known before it may have passed. */
export const usePeople = create<Record<string, Presence>>(() => ({}));

export const hearStatus = (userId: string, status: Status) =>
  usePeople.setState(people => ({ [userId]: { lastSeenAt: null, ...people[userId], status } }));

export const hearLastSeen = (userId: string, at: string) =>
  usePeople.setState(people => ({ [userId]: { status: people[userId]?.status ?? 'OFFLINE', lastSeenAt: at } }));

const atOnce = 4;

/** Asks after people as they come into sight, each once per connection, a few at a time. */
export class Lookout {
  #asked = new Set<string>();
  #queue: string[] = [];
  #busy = 0;
  #turn = 0;

  constructor(
    private readonly find: (userId: string) => Promise<User>,
    private readonly found: (user: User) => void = () => undefined,
    /** Of whom there is nothing left to ask. */
    private readonly isGone: (userId: string) => boolean = () => false,
  ) {}

  look(userId: string) {
    if (this.#asked.has(userId) || this.isGone(userId)) return;
    this.#asked.add(userId);
    this.#queue.push(userId);
    void this.#next();
  }

  /** What was known of somebody does not count any more, or of all. Who never came into sight is asked after where it is sure. */
  again(userId: string | null, isSure: boolean) {
    const people = userId ? [userId].filter(id => isSure || this.#asked.has(id)) : [...this.#asked];
    usePeople.setState(known => Object.fromEntries(Object.entries(known).filter(([id]) => !people.includes(id))), true);
    for (const id of people) {
      this.#asked.delete(id);
      this.look(id);
    }
  }

  forget() {
    this.#turn++;
    this.#asked.clear();
    this.#queue = [];
    usePeople.setState({}, true);
  }

  async #next() {
    if (this.#busy >= atOnce) return;
    const userId = this.#queue.shift();
    if (!userId) return;
    const turn = this.#turn;
    this.#busy++;
    const user = await this.find(userId).catch(() => null);
    this.#busy--;
    if (user && turn === this.#turn) this.found(user);
    // An event is newer than an answer that was under way when it came.
    if (user && turn === this.#turn && !usePeople.getState()[userId]) {
      usePeople.setState({ [userId]: { status: user.status, lastSeenAt: user.lastSeenAt } });
    }
    void this.#next();
  }
}
