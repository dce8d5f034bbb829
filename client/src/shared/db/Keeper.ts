import type { Me } from '../api/types';
import { nothing, type Synced } from '../sync/chatState';
import { noDraft } from '../sync/draft';
import type { Pending } from '../sync/outbox';
import { useStore } from '../sync/store';
import { load } from './load';
import { type Database, openDatabase, wipe } from './open';
import { save } from './save';
import { saveDrafts } from './saveDrafts';
import { saveMe } from './saveMe';

const pauseMs = 150;

/** The copy of the store on this device. Where there can be none, everything else goes on without. */
export class Keeper {
  readonly #db: Promise<Database | null> = openDatabase().catch(() => null);
  #saved: Synced = nothing('');
  #saving: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written = new Set<string>();

  constructor() {
    addEventListener('pagehide', () => void this.#save());
  }

  async load() {
    const db = await this.#db;
    const loaded = db && (await load(db).catch(() => null));
    if (loaded) this.#saved = loaded.synced;
    return loaded;
  }

  /** Anew, for whoever has just come in. */
  async begin(me: Me, synced: Synced) {
    this.#saved = synced;
    const db = await this.#db;
    if (db) await wipe(db).then(() => save(db, me, synced, synced));
  }

  async keepMe(me: Me) {
    const db = await this.#db;
    if (db) await saveMe(db, me);
  }

  async keepPending(pending: Pending) {
    await (await this.#db)?.put('outbox', pending);
  }

  async dropPending(id: string) {
    await (await this.#db)?.delete('outbox', id);
  }

  /** Something changed: it is kept in a moment, with what changes until then. */
  soon() {
    this.#timer ??= setTimeout(() => void this.#save(), pauseMs);
  }

  wrote(place: string) {
    this.#written.add(place);
    this.soon();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#written.clear();
  }

  async wipe() {
    await this.#saving;
    const db = await this.#db;
    if (db) await wipe(db);
  }

  async #save() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { me, synced, drafts } = useStore.getState();
    const before = this.#saved;
    const written = [...this.#written].map(place => [place, drafts[place] ?? noDraft] as const);
    if (!me || (before === synced && written.length === 0)) return;
    this.#saved = synced;
    this.#written.clear();
    const db = await this.#db;
    if (!db) return;
    const work = async () => {
      if (before !== synced) await save(db, me, before, synced);
      await saveDrafts(db, written);
    };
    this.#saving = this.#saving.then(work).catch(() => undefined);
  }
}
