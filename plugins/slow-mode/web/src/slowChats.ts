import { answer, type AppEvents, type StogramApp } from '@stogram/plugin';
import { secondsLeft, waitAfter, waitFor, type Wait } from './wait';

/** What GET and PUT answer. */
interface Interval {
  readonly seconds: number;
  readonly exempt: boolean;
  readonly retryAfter: number;
}

export interface SlowChat {
  /** 0 is off. */
  readonly seconds: number;
  readonly exempt: boolean;
  readonly wait: Wait | null;
}

interface Watched {
  readonly listeners: Set<() => void>;
  state: SlowChat | null;
  /** The message that began the wait: it is heard of twice, as sent and as arrived. */
  lastId: string | null;
  /** Grows with all that is learnt, so that an answer asked for before it is not believed. */
  news: number;
  isLoading: boolean;
}

const retryMs = 3000;
const reconnectMs = 5000;

/** The chats on screen, as slow as the server says and as far as this person has waited. */
export class SlowChats {
  readonly #app: StogramApp;
  readonly #chats = new Map<string, Watched>();

  constructor(app: StogramApp) {
    this.#app = app;
    app.on<{ chatId: string }>('slow-mode:changed', ({ chatId }) => this.#hearOf(chatId));
    app.on('message:sent', ({ chatId, id, at }) => this.#begin(chatId, id, at));
    app.on('message:new', message => {
      if (message.senderId === app.me.id) this.#begin(message.chatId, message.id, Date.now());
    });
    app.on('message:rejected', refusal => this.#refuse(refusal));
    // Events are missed while offline or asleep. Back online, the app first learns whether the plugin is on at all.
    addEventListener('online', () => this.#later(reconnectMs, this.#refresh), { signal: app.signal });
    document.addEventListener('visibilitychange', this.#refresh, { signal: app.signal });
  }

  state(chatId: string): SlowChat | null {
    return this.#chats.get(chatId)?.state ?? null;
  }

  /** Calls the listener at each change, until the returned function is called. */
  watch(chatId: string, listener: () => void): () => void {
    const chat = this.#chats.get(chatId) ?? { listeners: new Set(), state: null, lastId: null, news: 0, isLoading: false };
    this.#chats.set(chatId, chat);
    chat.listeners.add(listener);
    void this.#load(chatId);
    return () => {
      chat.listeners.delete(listener);
      if (chat.listeners.size === 0) this.#chats.delete(chatId);
    };
  }

  /** Throws a `CallError` if the server refuses. */
  async set(chatId: string, seconds: number): Promise<void> {
    const body = JSON.stringify({ seconds });
    const response = await this.#app.http(`/${chatId}`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body });
    const interval = await answer<Interval>(response);
    const chat = this.#chats.get(chatId);
    if (chat) this.#take(chat, interval);
  }

  async #load(chatId: string): Promise<void> {
    const chat = this.#chats.get(chatId);
    if (!chat || chat.isLoading) return;
    chat.isLoading = true;
    let interval, news;
    do {
      news = chat.news;
      interval = await this.#app.http(`/${chatId}`).then(answer<Interval>).catch(() => null);
    } while (chat.news !== news && !this.#app.signal.aborted);
    chat.isLoading = false;
    if (interval) this.#take(chat, interval);
    // Just switched on, another node of the server may not have heard of it yet.
    else if (!chat.state) this.#later(retryMs, () => void this.#load(chatId));
  }

  #later(ms: number, act: () => void) {
    const timer = setTimeout(act, ms);
    this.#app.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  #take(chat: Watched, { seconds, exempt, retryAfter }: Interval) {
    this.#change(chat, { seconds, exempt, wait: retryAfter > 0 ? waitFor(Date.now(), retryAfter, seconds) : null });
  }

  #change(chat: Watched, state: SlowChat) {
    chat.news++;
    chat.state = state;
    chat.listeners.forEach(listener => listener());
  }

  #hearOf(chatId: string) {
    const chat = this.#chats.get(chatId);
    if (!chat) return;
    chat.news++;
    void this.#load(chatId);
  }

  #begin(chatId: string, id: string, at: number) {
    const chat = this.#chats.get(chatId);
    if (!chat || chat.lastId === id) return;
    chat.lastId = id;
    const { state } = chat;
    // Unknown yet, or a message went through that should not have: the interval is not what it was.
    if (!state || (state.wait && secondsLeft(state.wait, at) > 1)) this.#hearOf(chatId);
    else if (state.seconds > 0 && !state.exempt) this.#change(chat, { ...state, wait: waitAfter(at, state.seconds) });
  }

  #refuse({ chatId, code, details }: AppEvents['message:rejected']) {
    const chat = this.#chats.get(chatId);
    if (!chat || code !== 'SLOW_MODE') return;
    const { retryAfter } = details;
    const { state } = chat;
    if (!state || state.seconds === 0 || state.exempt || typeof retryAfter !== 'number') this.#hearOf(chatId);
    else this.#change(chat, { ...state, wait: waitFor(Date.now(), retryAfter, state.seconds) });
  }

  readonly #refresh = () => {
    if (document.visibilityState !== 'visible') return;
    for (const chatId of this.#chats.keys()) void this.#load(chatId);
  };
}
