import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me, Message } from '../shared/api/types';
import { app as running } from '../shared/app';
import { tell } from '../shared/outcomes';
import { makeApp } from './makeApp';
import { useRegistry } from './registry';
import { boom, clear, line } from './testing/piece';
import { tokenNames } from './theme';

const me = { id: 'ada', username: 'ada', displayName: 'Ada', role: 'OWNER', email: 'ada@example.org' } as Me;
const sent = { chatId: 'atrium', id: 'one', at: 1 };

let stop: AbortController;
const open = () => makeApp({ id: 'slow-mode', me, signal: stop.signal, settings: () => ({}) });

beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => {
  vi.restoreAllMocks();
  clear();
});

describe('the app a plugin sees', () => {
  it('is frozen and says no more of the person than a colleague may know', () => {
    const app = open();

    expect(Object.isFrozen(app) && Object.isFrozen(app.me) && Object.isFrozen(app.theme)).toBe(true);
    expect(app.me).toEqual({ id: 'ada', username: 'ada', displayName: 'Ada', role: 'OWNER' });
  });

  it('promises only tokens that there are', () => {
    const tokens = readFileSync(`${import.meta.dirname}/../shared/tokens.css`, 'utf8');
    expect(tokenNames.filter(name => !tokens.includes(`--${name}:`))).toEqual([]);
    expect(open().theme['accent-text']).toBe('var(--accent-text)');
  });

  it('fetches below the plugin\'s own path, until it is switched off', async () => {
    const fetched = vi.spyOn(running.session, 'fetch').mockResolvedValue(new Response('{}'));
    const own = new AbortController();
    await open().http('/atrium', { method: 'PUT' });
    await open().http('atrium', { signal: own.signal });

    expect(fetched.mock.calls.map(([path]) => path)).toEqual(['/api/slow-mode/atrium', '/api/slow-mode/atrium']);
    stop.abort();
    expect(fetched.mock.calls.every(([, init]) => init.signal!.aborted)).toBe(true);
  });

  it('dispatches its commands, and none after it was switched off', async () => {
    const dispatched = vi.spyOn(running, 'dispatch').mockResolvedValue({ left: 3 });
    const app = open();

    expect(await app.call('slow-mode:left', { chatId: 'atrium' })).toEqual({ left: 3 });
    stop.abort();
    await expect(app.call('slow-mode:left')).rejects.toThrow();
    expect(dispatched).toHaveBeenCalledExactlyOnceWith('slow-mode:left', { chatId: 'atrium' });
  });

  it('refuses registrations after it was switched off, and the same name twice', () => {
    const app = open();
    app.slot('composer.above@1', line('countdown'));

    expect(() => app.slot('composer.above@1', line('countdown'))).toThrow('countdown');
    stop.abort();
    expect(() => app.slot('chat.panel@1', line('interval'))).toThrow();
    expect(useRegistry.getState().pieces).toHaveLength(1);
  });

  it('opens its own pages, and has one place for them', () => {
    const app = open();
    app.openPage('/results?by=age');
    expect(location.pathname + location.search).toBe('/app/slow-mode/results?by=age');

    app.slot('app.route@1', { id: 'page', mount: () => ({ unmount: () => undefined }), title: () => 'Page' });
    expect(() => app.slot('app.route@1', { id: 'other', mount: () => ({ unmount: () => undefined }), title: () => 'Other' })).toThrow('app.route@1');
    stop.abort();
    expect(() => app.openPage()).toThrow();
  });

  it('tells how its sends ended, until it is switched off', () => {
    const [onSent, onRejected] = [vi.fn(), vi.fn()];
    const app = open();
    app.on('message:sent', onSent);
    app.on('message:rejected', onRejected);
    const refusal = { chatId: 'atrium', id: 'two', code: 'TOO_EARLY', message: 'Wait.', details: { retryAfter: 4 } };

    tell('message:sent', sent);
    tell('message:rejected', refusal);
    stop.abort();
    tell('message:sent', sent);

    expect(onSent).toHaveBeenCalledExactlyOnceWith(sent);
    expect(onRejected).toHaveBeenCalledExactlyOnceWith(refusal);
    expect(Object.isFrozen(onRejected.mock.lastCall![0].details)).toBe(true);
  });

  it('survives a handler that throws', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const after = vi.fn();
    const app = open();
    app.on('message:sent', boom);
    app.on('message:sent', after);

    tell('message:sent', sent);

    expect(after).toHaveBeenCalledOnce();
    expect(said).toHaveBeenCalledExactlyOnceWith('Plugin slow-mode failed in message:sent.', expect.any(Error));
  });

  it('says when there is a connection, and nothing else of how the app keeps up', () => {
    const listened = vi.spyOn(running, 'listen');
    const heard = vi.fn();
    open().on('connected', heard);

    expect(listened.mock.lastCall![0]).toBe('sync:required');
    listened.mock.lastCall![1]({} as never);

    expect(heard).toHaveBeenCalledExactlyOnceWith(undefined);
    expect(() => open().on('sync:required', heard)).toThrow('sync:required');
  });

  it('shows messages as views that cannot reach the app\'s own', () => {
    const listened = vi.spyOn(running, 'listen');
    const seen = vi.fn();
    open().on('message:new', seen);
    const message = { id: 'one', chatId: 'atrium', extra: { polls: { votes: 1 } }, files: [] } as unknown as Message;

    listened.mock.lastCall![1](message as never);

    expect(Object.isFrozen(seen.mock.lastCall![0].extra.polls)).toBe(true);
    expect(Object.isFrozen(message.extra)).toBe(false);
  });
});
