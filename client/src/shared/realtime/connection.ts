import { type HubConnection, HubConnectionBuilder, HttpTransportType, LogLevel } from '@microsoft/signalr';
import { ApiError, offline } from '../api/error';
import { type Envelope, type Events, eventTypes } from '../api/types';
import { backoff } from '../sync/outbox';

export type Link = 'connecting' | 'online' | 'offline';

export interface ConnectionHost {
  token(): Promise<string | null>;
  onEvent<K extends keyof Events>(type: K, payload: Events[K]): void;
  onLink(link: Link): void;
  onRefused(): void;
}

/** A hub connection that comes back by itself for as long as it is wanted. */
export class Connection {
  #hub: HubConnection | null = null;
  #wanted = false;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<{ type: string; handler: (payload: unknown) => void }>();

  constructor(private readonly host: ConnectionHost) {}

  get isOpen() {
    return this.#hub?.state === 'Connected';
  }

  start() {
    this.#wanted = true;
    addEventListener('online', this.#hurry);
    addEventListener('offline', this.#gone);
    void this.#open();
  }

  async stop() {
    this.#wanted = false;
    removeEventListener('online', this.#hurry);
    removeEventListener('offline', this.#gone);
    clearTimeout(this.#timer);
    await this.#hub?.stop();
    this.#hub = null;
  }

  async dispatch<T>(type: string, payload: unknown): Promise<T> {
    if (!this.#hub || !this.isOpen) throw offline();
    let envelope: Envelope<T>;
    try {
      envelope = await within(20_000, this.#hub.invoke<Envelope<T>>('dispatch', type, payload));
    } catch {
      throw offline();
    }
    if (envelope.success) return envelope.data;
    throw ApiError.of(envelope.error);
  }

  /** Beside the events every connection hears: for names that come and go with the plugins. */
  listen(type: string, handler: (payload: unknown) => void, signal: AbortSignal) {
    if (signal.aborted) return;
    const listener = { type, handler };
    this.#listeners.add(listener);
    this.#hub?.on(type, handler);
    signal.addEventListener('abort', () => {
      this.#listeners.delete(listener);
      this.#hub?.off(type, handler);
    });
  }

  readonly #hurry = () => {
    if (this.isOpen || !this.#wanted) return;
    clearTimeout(this.#timer);
    this.#attempt = 0;
    void this.#open();
  };

  readonly #gone = () => {
    this.host.onLink('offline');
    void this.#hub?.stop();
  };

  async #open() {
    if (this.#hub && this.#hub.state !== 'Disconnected') return;
    this.host.onLink(navigator.onLine ? 'connecting' : 'offline');
    this.#hub = this.#build();
    try {
      await this.#hub.start();
      this.#attempt = 0;
      this.host.onLink('online');
    } catch {
      this.#again();
      this.host.onRefused();
    }
  }

  #again() {
    if (!this.#wanted) return;
    this.host.onLink(this.#attempt > 0 || !navigator.onLine ? 'offline' : 'connecting');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#open(), Math.min(8_000, backoff(this.#attempt++)));
  }

  #build() {
    const hub = new HubConnectionBuilder()
      .withUrl('/hub', {
        skipNegotiation: true,
        transport: HttpTransportType.WebSockets,
        accessTokenFactory: async () => (await this.host.token()) ?? '',
      })
      .configureLogging(LogLevel.None)
      .build();
    for (const type of eventTypes) hub.on(type, (payload: Events[typeof type]) => this.host.onEvent(type, payload));
    for (const { type, handler } of this.#listeners) hub.on(type, handler);
    hub.onclose(() => {
      if (hub === this.#hub) this.#again();
    });
    return hub;
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(offline()), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
