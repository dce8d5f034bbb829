import { Session } from './auth/session';
import { offline } from './api/error';
import type { Failure, Me } from './api/types';
import { load } from './db/load';
import { type Database, openDatabase, wipe } from './db/open';
import { save } from './db/save';
import { saveMe } from './db/saveMe';
import { Engine } from './sync/engine';
import { announce } from './announce';
import { nothing, type Synced } from './sync/chatState';
import { tell } from './outcomes';
import { type Pending } from './sync/outbox';
import { blank, useStore } from './sync/store';

/** The running app: one session, one store, one engine, and the copy of it all on this device. */
class App {
  readonly session = new Session();
  #db: Promise<Database | null> = openDatabase().catch(() => null);
  #engine: Engine | null = null;
  #saved: Synced = nothing('');
  #saving: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.session.onLost(() => void this.#end());
    addEventListener('pagehide', () => void this.#save());
  }

  async start() {
    const db = await this.#db;
    const loaded = db && (await load(db).catch(() => null));
    if (loaded) {
      this.#saved = loaded.synced;
      useStore.setState({ me: loaded.me, synced: loaded.synced, outbox: loaded.outbox, hasSynced: true });
      return this.#run();
    }
    const me = this.session.isLikely ? await this.session.api.me().catch(() => null) : null;
    if (me) return this.enter(me);
    useStore.setState({ ...blank, phase: 'signed-out' });
  }

  async enter(me: Me) {
    const synced = nothing(me.id);
    this.#saved = synced;
    useStore.setState({ ...blank, me, synced });
    const db = await this.#db;
    if (db) await wipe(db).then(() => save(db, me, synced, synced));
    this.#run();
  }

  async signOut() {
    await this.session.signOut();
  }

  async refreshMe() {
    await this.setMe(await this.session.api.me());
  }

  async setMe(me: Me) {
    if (useStore.getState().me?.id !== me.id) return;
    useStore.setState({ me });
    const db = await this.#db;
    if (db) await saveMe(db, me);
  }

  async send(pending: Pending) {
    useStore.setState(state => ({ outbox: [...state.outbox, pending] }));
    await (await this.#db)?.put('outbox', pending);
    this.#engine?.drain();
  }

  async retry(pending: Pending) {
    await this.discard(pending);
    await this.send({ ...pending, failure: null });
  }

  async discard(pending: Pending) {
    useStore.setState(state => ({ outbox: state.outbox.filter(other => other.id !== pending.id) }));
    await (await this.#db)?.delete('outbox', pending.id);
  }

  read(chatId: string, seq: number) {
    this.#engine?.read(chatId, seq);
  }

  async loadOlder(chatId: string) {
    await this.#engine?.loadOlder(chatId);
  }

  async dispatch<T>(type: string, payload: unknown): Promise<T> {
    if (!this.#engine) throw offline();
    return this.#engine.dispatch<T>(type, payload);
  }

  listen<T>(type: string, handler: (payload: T) => void, signal: AbortSignal) {
    this.#engine?.listen(type, payload => handler(payload as T), signal);
  }

  async sync() {
    await this.#engine?.sync();
  }

  #run() {
    this.#engine = new Engine(this.session, {
      synced: () => useStore.getState().synced,
      outbox: () => useStore.getState().outbox,
      put: synced => this.#put(synced),
      sent: pending => this.#sent(pending),
      failed: (pending, failure) => this.#failed(pending, failure),
      onLink: link => useStore.setState({ link }),
      onMessage: announce,
      onRevoked: () => this.session.end(),
    });
    useStore.setState({ phase: 'ready' });
    this.#engine.start();
  }

  #put(synced: Synced) {
    const { synced: before, outbox } = useStore.getState();
    const isGone = ({ chatId }: Pending) => before.chats[chatId] && !synced.chats[chatId];
    for (const pending of outbox.filter(isGone)) void this.discard(pending);
    useStore.setState(state => ({ synced, hasSynced: state.hasSynced || synced.since !== null }));
    this.#timer ??= setTimeout(() => void this.#save(), 150);
  }

  async #save() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { me, synced } = useStore.getState();
    const before = this.#saved;
    if (!me || before === synced) return;
    this.#saved = synced;
    const db = await this.#db;
    if (db) this.#saving = this.#saving.then(() => save(db, me, before, synced)).catch(() => undefined);
  }

  #sent(pending: Pending) {
    // Twice where a sync overtakes the acknowledgement: told once.
    const { id, chatId } = pending;
    if (useStore.getState().outbox.some(other => other.id === id)) tell('message:sent', { chatId, id, at: Date.now() });
    void this.discard(pending);
  }

  #failed(sent: Pending, failure: Failure) {
    const pending = { ...sent, failure };
    const swap = (other: Pending) => (other.id === pending.id ? pending : other);
    useStore.setState(state => ({ outbox: state.outbox.map(swap) }));
    void this.#db.then(db => db?.put('outbox', pending));
    tell('message:rejected', refusalOf(pending, failure));
  }

  async #end() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const engine = this.#engine;
    this.#engine = null;
    useStore.setState({ ...blank, phase: 'signed-out' });
    await engine?.stop();
    await this.#saving;
    const db = await this.#db;
    if (db) await wipe(db);
  }
}

/** A plugin's refusal goes by the plugin's own code. */
function refusalOf({ chatId, id }: Pending, { code, message, details = {} }: Failure) {
  const own = code === 'REJECTED' && typeof details.code === 'string' ? details.code : code;
  return { chatId, id, code: own, message, details };
}

export const app = new App();
