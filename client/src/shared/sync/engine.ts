import i18next from 'i18next';
import type { Session } from '../auth/session';
import { codeOf } from '../api/error';
import type { Choices, Folders, Failure, Message, SavedDraft, SyncAnswer } from '../api/types';
import { notify } from '../notice';
import type { Aside } from '../presence/aside';
import { Connection, type Link } from '../realtime/connection';
import type { Change } from './applyEvent';
import { applySync, newerFolders, withArrived } from './applySync';
import { withChoices } from './choices';
import { Deliveries } from './deliveries';
import type { Part, Synced } from './chatState';
import { Drain } from './drainOutbox';
import { GapWatch, takeChanges } from './holdEvents';
import { at, type Ears, hearEvent } from './hearEvent';
import { leave } from './leaving';
import { type Pending } from './outbox';
import { type Ask, pageSize, withPage } from './pages';
import { noteServerTime } from '../time/serverTime';
import { messageAt } from './timeline';
import { withPartPage, withPartRead } from './parts';
import { withRead } from './unread';

export interface EngineHost {
  synced(): Synced;
  outbox(): readonly Pending[];
  put(synced: Synced): void;
  /** A message of one's own is stored: the pending one goes in the same step as the real one comes. */
  sent(pending: Pending): void;
  failed(pending: Pending, failure: Failure): void;
  onLink(link: Link): void;
  onMessage(message: Message): void;
  /** This connection hears its chats from now on. */
  onJoined(): void;
  /** What nobody keeps: who types, who is here. */
  onAside(aside: Aside): void;
  /** What I may see of somebody may have changed; null: of anybody. Sure, where the server says so. */
  onSight(userId: string | null, isSure: boolean): void;
  onDrafts(drafts: readonly SavedDraft[]): void;
  onRevoked(): void;
}

const everyMinute = 60_000;

/** Keeps the local state equal to the server's: events while they connect, sync whenever they may not. */
export class Engine {
  readonly #connection: Connection;
  readonly #drain: Drain;
  readonly #deliveries: Deliveries;
  readonly #gaps = new GapWatch(() => this.sync());
  readonly #waiting = new Map<string, Change[]>();
  readonly #ears: Ears;
  #syncing: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #interval: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly session: Session,
    private readonly host: EngineHost,
  ) {
    this.#ears = {
      host,
      change: change => this.#change(change),
      update: (chatId, change) => this.#update(chatId, change),
      remove: chatId => this.#remove(chatId),
      takeChoices: (chatId, choices) => this.takeChoices(chatId, choices),
      takeFolders: folders => this.takeFolders(folders),
      arrived: () => this.#deliveries.soon(),
      sync: () => void this.sync(),
    };
    this.#connection = new Connection({
      token: () => session.fresh().catch(() => null),
      onEvent: (type, payload) => hearEvent(this.#ears, type, payload),
      onLink: link => this.#onLink(link),
      onRefused: () => void this.sync(),
    });
    this.#drain = new Drain({
      outbox: () => host.outbox(),
      canSend: () => this.#connection.isOpen,
      send: async request => this.#connection.dispatch<Message>('message:send', await leave(request)),
      sent: (pending, message) => this.#onSent(pending, message),
      paused: seconds => notify(i18next.t('limits.sending', { count: seconds })),
      failed: (pending, code, message, details) => host.failed(pending, { code, message, details }),
    });
    this.#deliveries = new Deliveries({
      synced: () => host.synced(),
      canSend: () => this.#connection.isOpen,
      say: chats => this.#connection.dispatch('message:delivered', { chats }),
      said: chats => Object.entries(chats).forEach(([id, seq]) => this.#update(id, state => withArrived(state, seq))),
    });
  }

  start() {
    this.#connection.start();
    this.#interval = setInterval(() => this.sync(), everyMinute);
    addEventListener('focus', this.#onFocus);
    document.addEventListener('visibilitychange', this.#onFocus);
    this.sync();
  }

  async stop() {
    this.#stopped = true;
    clearInterval(this.#interval);
    removeEventListener('focus', this.#onFocus);
    document.removeEventListener('visibilitychange', this.#onFocus);
    this.#gaps.stop();
    this.#drain.stop();
    this.#deliveries.stop();
    await this.#connection.stop();
  }

  dispatch<T>(type: string, payload: unknown) {
    return this.#connection.dispatch<T>(type, payload);
  }

  listen(type: string, handler: (payload: unknown) => void, signal: AbortSignal) {
    this.#connection.listen(type, handler, signal);
  }

  get isOpen() {
    return this.#connection.isOpen;
  }

  drain() {
    this.#drain.run();
  }

  sync(): Promise<void> {
    if (this.#syncing) this.#again = true;
    this.#syncing ??= this.#syncAll().finally(() => {
      this.#syncing = null;
      if (this.#again && !this.#stopped) void this.sync();
    });
    return this.#syncing;
  }

  async load(chatId: string, ask: Ask, part?: Part) {
    for (;;) {
      const asked = this.host.synced().chats[chatId];
      if (!asked) return;
      const page = await this.session.api.history(chatId, { ...ask, limit: pageSize, ...(part && { [part.kind]: part.seq }) });
      const state = this.host.synced().chats[chatId];
      if (!state) return;
      if (state.missed !== asked.missed) continue;
      const { lastSeq } = asked.chat;
      return this.#update(chatId, () => (part ? withPartPage(state, part, ask, page, lastSeq) : withPage(state, ask, page, lastSeq)));
    }
  }

  /** Takes in what the server answered to a change of one's own, which may come before its event or after. */
  async take(message: Message) {
    this.#change({ kind: 'message', message, ...at(message) });
    const state = this.host.synced().chats[message.chatId];
    if (state && (messageAt(state, message.seq)?.rev ?? message.rev) < message.rev) await this.sync();
  }

  takeChoices(chatId: string, choices: Choices) {
    this.#update(chatId, state => withChoices(state, choices));
  }

  takeFolders(said: Folders) {
    const synced = this.host.synced();
    const folders = newerFolders(synced.folders, said);
    if (folders !== synced.folders) this.host.put({ ...synced, folders });
  }

  read(chatId: string, seq: number) {
    this.#update(chatId, state => withRead(state, this.host.synced().meId, seq));
    this.#sayRead(chatId, seq);
  }

  readPart(chatId: string, part: number, seq: number) {
    this.#update(chatId, state => withPartRead(state, part, seq, this.host.synced().meId));
    this.#connection.dispatch('thread:read', { chatId, thread: part, seq }).catch(() => null);
    // Once nothing is left in any topic the chat is read, and the marks of its topics need not be looked at.
    const state = this.host.synced().chats[chatId];
    if (state?.chat.hasTopics && state.mine.unread === 0) this.read(chatId, state.chat.lastSeq);
  }

  readonly #onFocus = () => {
    if (document.visibilityState === 'visible') void this.sync();
  };

  #onLink(link: Link) {
    this.host.onLink(link);
    if (link !== 'online') return;
    this.#drain.hurry();
    for (const { chat, mine, readSent } of Object.values(this.host.synced().chats)) {
      if (mine.lastReadSeq > readSent) this.#sayRead(chat.id, mine.lastReadSeq);
    }
  }

  /** Known to have arrived when the server's own event says so; what was lost goes again with the next connection. */
  #sayRead(chatId: string, seq: number) {
    this.#connection.dispatch('message:read', { chatId, seq }).catch(() => null);
  }

  async #syncAll() {
    this.#again = false;
    try {
      for (let more = true; more && !this.#stopped; ) {
        const { chats, meCursor, since } = this.host.synced();
        const known = Object.entries(chats).filter(([, state]) => state.cursor);
        const answer = await this.session.api.sync({
          chats: Object.fromEntries(known.map(([id, state]) => [id, state.cursor!])),
          ...(meCursor && { me: meCursor }),
          ...(since && { since }),
        });
        if (this.#stopped) return;
        this.#take(answer);
        more = answer.more;
      }
    } catch (error) {
      // The line is down or the session is over: the next connection, minute or sign-in asks again.
      if (codeOf(error) === 'INTERNAL') throw error;
    }
  }

  #take(answer: SyncAnswer) {
    noteServerTime(answer.now);
    const before = this.host.synced();
    const after = applySync(before, answer);
    const chats = { ...after.chats };
    for (const [id, waiting] of this.#waiting) {
      const state = chats[id];
      if (state) chats[id] = this.#hold(id, takeChanges(state, waiting, after.meId));
      else this.#waiting.delete(id);
    }
    this.host.put({ ...after, chats });
    this.host.onDrafts(answer.me.drafts);
    this.#deliveries.soon();
    this.#announce(before, answer);
    if (answer.me.privacy && before.meCursor) this.host.onSight(null, true);
    for (const pending of this.host.outbox()) {
      const rows = chats[pending.chatId]?.messages;
      if (rows?.some(row => row.id === pending.id)) this.host.sent(pending);
    }
  }

  #announce(before: Synced, answer: SyncAnswer) {
    for (const { chat, messages } of answer.chats) {
      const last = before.chats[chat.id]?.chat.lastSeq;
      if (last === undefined) continue;
      for (const row of [...messages].reverse()) if (row.seq > last) this.host.onMessage(row);
    }
  }

  #onSent(pending: Pending, message: Message) {
    this.#change({ kind: 'message', message, ...at(message) });
    this.host.sent(pending);
    if (pending.part) this.readPart(message.chatId, pending.part.seq, message.seq);
    else this.read(message.chatId, message.seq);
  }

  #change(change: Change) {
    const { chats, meId } = this.host.synced();
    const state = chats[change.chatId];
    if (!state) return void this.sync();
    const waiting = [...(this.#waiting.get(change.chatId) ?? []), change];
    this.#update(change.chatId, () => this.#hold(change.chatId, takeChanges(state, waiting, meId)));
  }

  #hold(chatId: string, { state, waiting }: ReturnType<typeof takeChanges>) {
    if (waiting.length) this.#waiting.set(chatId, waiting);
    else this.#waiting.delete(chatId);
    this.#gaps.update(chatId, waiting.length > 0);
    return state;
  }

  #update(chatId: string, change: (state: Synced['chats'][string]) => Synced['chats'][string]) {
    const synced = this.host.synced();
    const state = synced.chats[chatId];
    if (!state) return;
    const next = change(state);
    if (next !== state) this.host.put({ ...synced, chats: { ...synced.chats, [chatId]: next } });
  }

  #remove(chatId: string) {
    const synced = this.host.synced();
    const { [chatId]: _gone, ...chats } = synced.chats;
    this.#waiting.delete(chatId);
    this.#gaps.update(chatId, false);
    this.host.put({ ...synced, chats });
  }
}
