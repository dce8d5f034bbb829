import { ApiError } from '../api/error';
import { makeRequest } from '../api/request';
import { type Api, makeApi } from '../api/routes';
import type { Login, Me, Registration, Tokens } from '../api/types';
import { namedOrganization } from './organization';
import { usePasskey } from './passkeys';

type Listener = () => void;

const hint = 'stogram.session';

/** The access token lives in memory only; the refresh token is a cookie this code never sees. */
export class Session {
  readonly api: Api;
  #token: string | null = null;
  #expiresAt = 0;
  #refreshing: Promise<string | null> | null = null;
  #lost = new Set<Listener>();
  #barred = new Set<Listener>();

  constructor(private readonly now: () => number = Date.now) {
    this.api = makeApi(makeRequest({
      token: () => this.token(),
      refresh: () => this.refresh(),
      refused: error => this.#onRefusal(error),
    }));
  }

  token() {
    return this.#token && this.#expiresAt - this.now() > 20_000 ? this.#token : null;
  }

  async fresh() {
    return this.token() ?? (await this.refresh());
  }

  /** One refresh at a time per tab, and by the Web Lock across tabs: the cookie rotates with each. */
  refresh(): Promise<string | null> {
    this.#refreshing ??= underLock(() => this.#renew()).finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /** For what is not the core's to ask: a plugin's own routes. */
  async fetch(path: string, init: RequestInit): Promise<Response> {
    const send = (token: string | null) => {
      const headers = new Headers(init.headers);
      headers.set('X-Stogram-Client', 'web');
      if (token) headers.set('Authorization', `Bearer ${token}`);
      return fetch(path, { ...init, headers });
    };
    const token = await this.fresh();
    const response = await send(token);
    if (response.status !== 401) return response;
    const renewed = this.#token === token ? await this.refresh() : this.token();
    return renewed ? send(renewed) : response;
  }

  async signIn(login: Login): Promise<Me> {
    const signed = await this.api.login({ organization: namedOrganization(), ...login });
    this.#keep(signed);
    return signed.user;
  }

  async signInByPasskey(): Promise<Me> {
    const { challengeId, options } = await this.api.askPasskey();
    const credential = await usePasskey(options);
    const signed = await this.api.logInByPasskey({ challengeId, credential, organization: namedOrganization() });
    this.#keep(signed);
    return signed.user;
  }

  async signUp(registration: Registration): Promise<Me> {
    const signed = await this.api.register({ organization: namedOrganization(), ...registration });
    this.#keep(signed);
    return signed.user;
  }

  async signOut() {
    await this.api.logout().catch(() => null);
    this.end();
  }

  /** Whether there may be a session: a first visitor is not sent to ask for what cannot be there. */
  get isLikely() {
    return localStorage.getItem(hint) !== null;
  }

  end() {
    localStorage.removeItem(hint);
    this.#token = null;
    this.#expiresAt = 0;
    for (const listener of this.#lost) listener();
  }

  onLost(listener: Listener) {
    this.#lost.add(listener);
    return () => this.#lost.delete(listener);
  }

  /** Told when the organization lets nobody on who has no second factor, and this is somebody without. */
  onBarred(listener: Listener) {
    this.#barred.add(listener);
    return () => this.#barred.delete(listener);
  }

  #onRefusal({ code, details }: ApiError) {
    if (code === 'FORBIDDEN' && details.code === 'TWO_FACTOR_SETUP') for (const listener of this.#barred) listener();
  }

  async #renew() {
    try {
      return this.#keep(await this.api.refresh());
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'UNAUTHORIZED') throw error;
      this.end();
      return null;
    }
  }

  #keep(tokens: Tokens) {
    localStorage.setItem(hint, '1');
    this.#token = tokens.accessToken;
    this.#expiresAt = this.now() + tokens.expiresIn * 1000;
    return tokens.accessToken;
  }
}

function underLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request('stogram-refresh', work) as Promise<T>) : work();
}
