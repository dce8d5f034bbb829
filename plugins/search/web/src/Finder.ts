import { answer, type SearchHit, type SearchSource, type StogramApp } from '@stogram/plugin';
import { type Found, merge, type Suggestion } from './found';
import { type Asked, plainWords, toParameters } from './asked';

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Asks the server, and what is on this device. */
export class Finder {
  constructor(private readonly app: StogramApp) {}

  async find(asked: Asked, sources: readonly SearchSource[], signal: AbortSignal, cursor: string | null = null, limit = 20): Promise<Found> {
    const parameters = toParameters(asked);
    parameters.set('zone', zone());
    parameters.set('limit', String(limit));
    if (cursor) parameters.set('cursor', cursor);
    const [found, own] = await Promise.all([
      this.app.http(`/?${parameters}`, { signal }).then(answer<Found>),
      cursor ? [] : this.#own(asked, sources, signal, limit),
    ]);
    return { ...found, messages: merge(found.messages, own) };
  }

  suggest(key: 'from' | 'in', text: string): Promise<readonly Suggestion[]> {
    return this.app.call('search:suggest', { key, text });
  }

  async day(chatId: string, on: string): Promise<number | null> {
    const { seq } = await answer<{ seq: number | null }>(await this.app.http(`/day/${chatId}?${new URLSearchParams({ on, zone: zone() })}`));
    return seq;
  }

  /** What only the server can tell of a message, such as who wrote it by name, no source is asked for. */
  async #own(asked: Asked, sources: readonly SearchSource[], signal: AbortSignal, limit: number): Promise<readonly SearchHit[]> {
    const words = plainWords(asked);
    if (words.length === 0 || sources.length === 0) return [];
    const chatId = asked.chat?.id ?? null;
    return (await Promise.all(sources.map(source => source.search({ words, chatId, limit, signal })))).flat();
  }
}
