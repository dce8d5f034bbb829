import type { StogramApp } from '@stogram/plugin';

const most = 8;

/** What was looked for lately, on this device. Forgotten on signing out: others may use it. */
export class Recent {
  readonly #key: string;

  constructor(app: StogramApp) {
    this.#key = `search.recent.${app.me.id}`;
    app.signal.addEventListener('abort', () => this.forget());
  }

  get all(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(one => typeof one === 'string') : [];
    } catch {
      return [];
    }
  }

  add(query: string) {
    if (query) this.#keep([query, ...this.all.filter(other => other !== query)].slice(0, most));
  }

  forget() {
    this.#keep([]);
  }

  #keep(all: readonly string[]) {
    try {
      if (all.length) localStorage.setItem(this.#key, JSON.stringify(all));
      else localStorage.removeItem(this.#key);
    } catch {
      // No room, or none allowed: then nothing is remembered.
    }
  }
}
