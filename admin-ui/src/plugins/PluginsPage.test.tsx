import type { PluginRow } from '@stogram/client/shared/api/plugins';
import { ApiError } from '@stogram/client/shared/api/error';
import { startI18n } from '@stogram/client/shared/i18n/start';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../app/session';
import { ada } from '../testing/ada';
import { PluginsPage } from './PluginsPage';

const slow: PluginRow = {
  id: 'slow-mode', name: 'Slow mode', version: '0.1.0', description: 'A pause between messages', enabled: false, state: 'INSTALLED',
  permissions: ['chats.read', 'mail.send'],
  contributes: { endpoints: true, interceptors: [{ name: 'TakeTurn', onFailure: 'allow' }], web: { slots: ['composer.above@1'] } },
};

let rows: PluginRow[];
const look = vi.spyOn(session.api, 'plugins');
const move = vi.spyOn(session.api, 'switchPlugin');

beforeEach(async () => {
  vi.useFakeTimers();
  await startI18n('en');
  rows = [slow];
  look.mockReset().mockImplementation(async () => rows);
  move.mockReset();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const open = async () => {
  render(<PluginsPage me={ada} />);
  await act(() => vi.advanceTimersByTimeAsync(0));
};
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const item = () => screen.getByRole('listitem', { name: /Slow mode/ });
const knob = () => screen.getByRole<HTMLButtonElement>('switch', { name: 'Slow mode' });
const state = () => within(item()).getByRole('status').textContent;

it('shows in the list how long a running plugin takes, and marks what is noticed', async () => {
  rows = [
    { ...slow, enabled: true, state: 'RUNNING', slowest: 12 }, { ...slow, id: 'clock', name: 'Clock', enabled: true, state: 'RUNNING', slowest: 900 },
    { ...slow, id: 'idle', name: 'Idle', slowest: 5 },
  ];
  await open();

  const shown = screen.getAllByTitle('Slowest call (95 of 100 are faster)');

  expect(shown.map(el => [el.textContent?.split(': ')[1], el.className.includes('text-warn-text')])).toEqual([['12 ms', false], ['900 ms', true]]);
});

describe('the switch', () => {
  it('says where it is going, holds still meanwhile, and then what came of it', async () => {
    let answer = (_: object) => {};
    move.mockImplementation(() => new Promise(resolve => { answer = resolve as never; }));
    await open();
    expect(state()).toBe('Off');

    fireEvent.click(knob());
    expect([state(), knob().disabled, knob().getAttribute('aria-checked')]).toEqual(['Switching on', true, 'true']);
    rows = [{ ...slow, enabled: true, state: 'RUNNING' }];
    answer({ id: 'slow-mode', enabled: true, state: 'RUNNING' });
    await pass(0);

    expect(move).toHaveBeenCalledExactlyOnceWith('slow-mode', true, false);
    expect([state(), knob().disabled, knob().getAttribute('aria-checked')]).toEqual(['Running', false, 'true']);
    expect(screen.getByText('1 of 1')).toBeTruthy();
  });

  it('goes back and says why when the server refuses', async () => {
    move.mockRejectedValue(new ApiError('FORBIDDEN', 'no'));
    await open();

    fireEvent.click(knob());
    await pass(0);

    expect(screen.getByRole('alert').textContent).toContain('The switch did not move.');
    expect([state(), knob().getAttribute('aria-checked')]).toEqual(['Off', 'false']);
  });

  it('offers to move others along where it cannot move alone', async () => {
    rows = [slow, { ...slow, id: 'clock', name: 'Clock' }];
    move.mockRejectedValueOnce(new ApiError('CONFLICT', 'no', { plugins: 'clock' })).mockResolvedValueOnce({ id: 'slow-mode', enabled: true, state: 'RUNNING' });
    await open();

    fireEvent.click(knob());
    await pass(0);
    expect(screen.getByRole('alert').textContent).toContain('It needs Clock, off here now.');
    fireEvent.click(screen.getByRole('button', { name: 'Switch all on' }));
    await pass(0);

    expect(move).toHaveBeenLastCalledWith('slow-mode', true, true);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is not moved back by an answer from before it was moved', async () => {
    let late = (_: PluginRow[]) => {};
    await open();
    look.mockImplementationOnce(() => new Promise(resolve => { late = resolve; }));
    await pass(5_000);
    rows = [{ ...slow, enabled: true, state: 'RUNNING' }];
    move.mockResolvedValue({ id: 'slow-mode', enabled: true, state: 'RUNNING' });

    fireEvent.click(knob());
    await pass(0);
    late([slow]);
    await pass(0);

    expect(state()).toBe('Running');
  });
});

describe('a row', () => {
  it.each([
    [true, 'RUNNING', 'Running'], [true, 'MIGRATING', 'Starting'], [true, 'INSTALLED', 'Starting'], [true, 'DRAINING', 'Stopping'],
    [true, 'FAILED', 'Failed'], [true, 'QUARANTINED', 'Quarantined'], [false, 'QUARANTINED', 'Quarantined'],
    [false, 'LINGERING', 'Lingering'], [false, 'RUNNING', 'Off'], [false, 'UNLOADED', 'Off'],
  ] as const)('that is wanted: %s and stands at %s says %s', async (enabled, at, words) => {
    rows = [{ ...slow, enabled, state: at }];
    await open();

    expect(state()).toBe(words);
  });

  it.each(['DRAINING', 'STOPPING', 'UNLOADING'] as const)('that is being taken out (%s) says so and why, and offers nothing yet', async at => {
    rows = [{ ...slow, enabled: true, state: at, reason: '20 faults in 5 minutes' }];
    await open();

    expect(state()).toBe('Being taken out20 faults in 5 minutes');
    expect(screen.getByText('needs attention')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('that failed says why, counts as trouble, and is tried again', async () => {
    rows = [{ ...slow, enabled: true, state: 'FAILED', reason: 'Migrating: 0001_init.sql: relation exists' }];
    move.mockResolvedValue({ id: 'slow-mode', enabled: true, state: 'RUNNING' });
    await open();
    expect(state()).toContain('0001_init.sql');
    expect(screen.getByText('needs attention')).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(0);

    expect(move).toHaveBeenCalledExactlyOnceWith('slow-mode', true, false);
  });

  it('opens to what it may do and what it adds, and says that it is trusted', async () => {
    await open();
    const more = screen.getByRole('button', { name: 'Details of Slow mode' });
    expect(screen.queryByText(/trusted code/)).toBeNull();

    fireEvent.click(more);

    expect(more.getAttribute('aria-expanded')).toBe('true');
    for (const words of ['Read chats and who is in them', 'mail.send', '/api/slow-mode', 'composer.above@1', /TakeTurn/, /trusted code/]) {
      expect(screen.getByText(words)).toBeTruthy();
    }
  });
});

describe('long work of a plugin', () => {
  it('is shown until it is done', async () => {
    let done = 0.25;
    const asked = vi.spyOn(session, 'fetch').mockImplementation(async () => Response.json({ success: true, data: { done } }));
    rows = [{ ...slow, enabled: true, state: 'RUNNING', contributes: { progress: 'index' } }];
    await open();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    expect(asked.mock.calls[0]![0]).toBe('/api/slow-mode/index');

    done = 1;
    await pass(1_000);

    expect(screen.queryByRole('progressbar')).toBeNull();
    asked.mockRestore();
  });
});

describe('the page', () => {
  it('follows what moves without it, sooner while something is under way', async () => {
    rows = [{ ...slow, enabled: true, state: 'STARTING' }];
    await open();

    rows = [{ ...slow, enabled: true, state: 'RUNNING' }];
    await pass(1_000);
    expect(state()).toBe('Running');

    look.mockClear();
    await pass(4_900);
    expect(look).not.toHaveBeenCalled();
    await pass(200);
    expect(look).toHaveBeenCalledOnce();
  });

  it('keeps what it showed, and says so, while the server does not answer', async () => {
    await open();

    look.mockRejectedValueOnce(new ApiError('NETWORK', 'no'));
    await pass(5_000);
    expect(screen.getByText('The server does not answer. This is how it was a moment ago.')).toBeTruthy();
    expect(state()).toBe('Off');

    await pass(5_000);
    expect(screen.queryByText(/does not answer/)).toBeNull();
  });

  it('offers to try again where it has nothing to show', async () => {
    look.mockRejectedValueOnce(new ApiError('UNAVAILABLE', 'no'));
    await open();

    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(0);

    expect(state()).toBe('Off');
  });
});
