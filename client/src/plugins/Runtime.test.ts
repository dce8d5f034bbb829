import 'fake-indexeddb/auto';
import type { Activate, StogramApp } from '@stogram/plugin';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PluginEntry } from '../shared/api/plugins';
import type { Me } from '../shared/api/types';
import { makeApp } from './makeApp';
import { useRegistry } from './registry';
import { Runtime, type Start } from './Runtime';
import { boom, clear, line } from './testing/piece';

const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const me = { id: 'ada', username: 'ada', displayName: 'Ada', role: 'OWNER' } as Me;
const entry = (id: string, change: Partial<PluginEntry> = {}): PluginEntry => ({ id, name: id, version: '1.0.0', web: { module: `/plugins/${id}/1/web/${id}.js` }, settings: {}, ...change });
const pieces = () => useRegistry.getState().pieces.map(({ plugin, contribution }) => `${plugin}/${contribution.id}`);
const settled = () => new Promise(resolve => setTimeout(resolve));

let on: PluginEntry[];
let modules: Record<string, { activate?: unknown }>;
let signals: AbortSignal[];
const host = {
  list: vi.fn(async () => on),
  load: vi.fn(async (url: string) => modules[url] ?? Promise.reject(new Error(`404 ${url}`))),
  style: vi.fn(async () => undefined),
  drop: vi.fn(),
  settled: vi.fn(),
  activate: (activate: Start, { id }: PluginEntry, signal: AbortSignal, settings: () => unknown) => {
    signals.push(signal);
    return (activate as Activate)(makeApp({ id, me, signal, settings }));
  },
};
let runtime: Runtime;

const module = (id: string) => `/plugins/${id}/1/web/${id}.js`;
const countdown = { activate: (app: StogramApp) => app.slot('composer.above@1', line('countdown')) };

beforeEach(() => {
  on = [entry('slow-mode')];
  modules = { [module('slow-mode')]: countdown };
  signals = [];
  runtime = new Runtime(host);
  said.mockClear();
  host.load.mockClear();
  host.drop.mockClear();
});
afterEach(() => {
  runtime.stop();
  clear();
});

const refresh = async () => {
  await runtime.refresh();
  await settled();
};

describe('the plugins of a page', () => {
  it('load after sign-in, and once', async () => {
    await refresh();
    await refresh();

    expect(pieces()).toEqual(['slow-mode/countdown']);
    expect(host.load).toHaveBeenCalledOnce();
  });

  it('go off without an answer from the server, and come back', async () => {
    await refresh();
    on = [];
    const off = runtime.changed({ id: 'slow-mode', enabled: false, version: '1.0.0' });
    expect(pieces()).toEqual([]);
    expect(signals[0]!.aborted).toBe(true);
    expect(host.drop).toHaveBeenCalledWith('slow-mode');
    await off;

    on = [entry('slow-mode')];
    await runtime.changed({ id: 'slow-mode', enabled: true, version: '1.0.0' });
    await settled();

    expect(pieces()).toEqual(['slow-mode/countdown']);
    expect(signals.map(signal => signal.aborted)).toEqual([true, false]);
  });

  it('go off when a switch was missed while the line was down', async () => {
    await refresh();

    on = [];
    await refresh();

    expect(pieces()).toEqual([]);
  });

  it('stay when the server cannot be asked', async () => {
    await refresh();

    host.list.mockRejectedValueOnce(new Error('offline'));
    await refresh();

    expect(pieces()).toEqual(['slow-mode/countdown']);
  });

  it('do not come back by an answer that is older than the switch', async () => {
    let late = (_: PluginEntry[]) => {};
    host.list.mockImplementationOnce(() => new Promise(resolve => { late = resolve; }));
    const old = runtime.refresh();

    on = [];
    await runtime.changed({ id: 'slow-mode', enabled: false, version: '1.0.0' });
    late([entry('slow-mode')]);
    await old;
    await settled();

    expect(pieces()).toEqual([]);
  });

  it('are not activated when they went off while their module came', async () => {
    let arrive = (_: object) => {};
    host.load.mockImplementationOnce(() => new Promise(resolve => { arrive = resolve; }));
    await runtime.refresh();

    on = [];
    await runtime.changed({ id: 'slow-mode', enabled: false, version: '1.0.0' });
    arrive(countdown);
    await settled();

    expect(pieces()).toEqual([]);
    expect(said).not.toHaveBeenCalled();
  });

  it('are exchanged when their version changes', async () => {
    await refresh();
    modules['/plugins/slow-mode/2/web/slow-mode.js'] = { activate: (app: StogramApp) => app.slot('chat.panel@1', line('interval')) };

    on = [entry('slow-mode', { version: '2.0.0', web: { module: '/plugins/slow-mode/2/web/slow-mode.js' } })];
    await refresh();

    expect(pieces()).toEqual(['slow-mode/interval']);
    expect(signals[0]!.aborted).toBe(true);
    expect(host.drop).toHaveBeenCalledExactlyOnceWith('slow-mode');
  });

  it('read their settings as last heard, frozen', async () => {
    let app: StogramApp | null = null;
    modules[module('slow-mode')] = { activate: (given: StogramApp) => { app = given; } };
    on = [entry('slow-mode', { settings: { most: 60 } })];
    await refresh();

    on = [entry('slow-mode', { settings: { most: 90 } })];
    await refresh();

    expect(app!.settings()).toEqual({ most: 90 });
    expect(Object.isFrozen(app!.settings())).toBe(true);
  });

  it('go when the person signs out', async () => {
    await refresh();

    runtime.stop();

    expect(pieces()).toEqual([]);
    expect(signals[0]!.aborted).toBe(true);
    expect(host.drop).not.toHaveBeenCalled();
  });

  it('without a web half load nothing', async () => {
    on = [entry('search', { web: null })];
    await refresh();

    expect(host.load).not.toHaveBeenCalled();
  });
});

describe('a plugin whose module', () => {
  const other = [entry('slow-mode'), entry('calls')];

  it.each([
    ['is not there', {}, 'loading'],
    ['exports nothing', { [module('calls')]: {} }, 'activate'],
    ['throws in activate', { [module('calls')]: { activate: boom } }, 'activate'],
    ['rejects in activate', { [module('calls')]: { activate: async () => boom() } }, 'activate'],
    ['asks for a slot there is not', { [module('calls')]: { activate: (app: StogramApp) => app.slot('nowhere@1' as never, line('x') as never) } }, 'activate'],
    ['listens to what is the core\'s', { [module('calls')]: { activate: (app: StogramApp) => app.on('chat:member', () => undefined) } }, 'activate'],
    ['throws after it registered', { [module('calls')]: { activate: (app: StogramApp) => { app.slot('composer.above@1', line('half')); boom(); } } }, 'activate'],
  ])('%s is named and absent, and the others stay', async (_, broken, where) => {
    on = other;
    modules = { ...modules, ...broken };

    await refresh();

    expect(pieces()).toEqual(['slow-mode/countdown']);
    expect(said).toHaveBeenCalledExactlyOnceWith(`Plugin calls failed in ${where}.`, expect.any(Error));
  });

  it('did not come is asked for again, one that threw is not', async () => {
    on = [entry('calls'), entry('polls')];
    modules = { [module('polls')]: { activate: boom } };
    await refresh();

    modules[module('calls')] = countdown;
    await refresh();

    expect(pieces()).toEqual(['calls/countdown']);
    expect(host.load.mock.calls.map(([url]) => url).filter(url => url === module('polls'))).toHaveLength(1);
  });
});
