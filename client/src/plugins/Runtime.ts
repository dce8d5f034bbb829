import type { PluginChange, PluginEntry } from '../shared/api/plugins';
import { blame } from './guard';
import { takeBack } from './registry';
import { freezeDeep } from './views';

/** What a module exports; of which app it is the host knows. */
export type Start = (app: never) => void | Promise<void>;

export interface RuntimeHost {
  list(): Promise<PluginEntry[]>;
  /** Called with all that is on, before any of it is started. */
  listed?(entries: readonly PluginEntry[]): void;
  load(module: string): Promise<{ activate?: unknown }>;
  style(plugin: string, sheet: string, signal: AbortSignal): Promise<void>;
  activate(activate: Start, entry: PluginEntry, signal: AbortSignal, settings: () => unknown): void | Promise<void>;
  drop(plugin: string): void;
  /** Called each time all that is on has been started, or has failed to. */
  settled(): void;
}

interface Running {
  key: string;
  abort: AbortController;
  settings: unknown;
}

/** Keeps what runs in this page equal to what is on for the organization. */
export class Runtime {
  #running = new Map<string, Running>();
  #turn = 0;

  constructor(private readonly host: RuntimeHost) {}

  /** The last question asked is the one whose answer counts: an older one may name what went off meanwhile. */
  async refresh() {
    const turn = ++this.#turn;
    const entries = await this.host.list().catch(() => null);
    if (!entries || turn !== this.#turn) return;
    this.host.listed?.(entries);
    void Promise.all(this.#settle(entries.filter(entry => entry.web))).then(() => this.host.settled());
  }

  async changed({ id, enabled }: PluginChange) {
    if (!enabled) this.#switchOff(id);
    await this.refresh();
  }

  stop() {
    this.#turn++;
    for (const id of this.#running.keys()) this.#end(id);
  }

  #settle(entries: PluginEntry[]) {
    const wanted = new Map(entries.map(entry => [entry.id, entry]));
    for (const [id, running] of this.#running) {
      const entry = wanted.get(id);
      if (!entry || keyOf(entry) !== running.key) this.#switchOff(id);
      else running.settings = freezeDeep(entry.settings);
    }
    return entries.filter(entry => !this.#running.has(entry.id)).map(entry => this.#start(entry));
  }

  async #start(entry: PluginEntry) {
    const { id } = entry;
    const abort = new AbortController();
    const running: Running = { key: keyOf(entry), abort, settings: freezeDeep(entry.settings) };
    this.#running.set(id, running);
    let where = 'loading';
    try {
      const { module, style } = entry.web!;
      const [loaded] = await Promise.all([this.host.load(module), style && this.host.style(id, style, abort.signal)]);
      if (abort.signal.aborted) return;
      where = 'activate';
      if (typeof loaded.activate !== 'function') throw new Error('The module does not export the function that starts it.');
      await this.host.activate(loaded.activate as Start, entry, abort.signal, () => running.settings);
    } catch (error) {
      if (abort.signal.aborted) return;
      blame(id, where, error);
      abort.abort();
      takeBack(id);
      // A module that did not come may come next time; one that throws would only throw again.
      if (where === 'loading') this.#running.delete(id);
    }
  }

  #switchOff(id: string) {
    this.#end(id);
    this.host.drop(id);
  }

  #end(id: string) {
    this.#running.get(id)?.abort.abort();
    this.#running.delete(id);
    takeBack(id);
  }
}

const keyOf = ({ version, web }: PluginEntry) => JSON.stringify([version, web?.module, web?.style]);
