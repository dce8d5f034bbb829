import type { Job } from '@stogram/client/shared/api/plugins';
import { startI18n } from '@stogram/client/shared/i18n/start';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { session } from '../app/session';
import { JobsPage } from './JobsPage';

const base: Job = { pluginId: 'probe', pluginName: 'Probe', id: '1', name: 'dig', state: 'WAITING', isHeld: false, dueAt: '2026-11-27T03:00:00Z', attempt: 0, attempts: 5 };

let jobs: Job[];
const look = vi.spyOn(session.api, 'jobs');
const retry = vi.spyOn(session.api, 'retryJob');
const cancel = vi.spyOn(session.api, 'cancelJob');

beforeEach(async () => {
  vi.useFakeTimers();
  await startI18n('en');
  look.mockReset().mockImplementation(async () => jobs);
  retry.mockReset().mockResolvedValue(null);
  cancel.mockReset().mockResolvedValue(null);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const open = async (...shown: Job[]) => {
  jobs = shown;
  render(<JobsPage />);
  await pass(0);
};
const part = (name: string) => within(screen.getByRole('region', { name }));

it('shows what runs and how far it is, sooner than what waits', async () => {
  await open({ ...base, state: 'RUNNING', attempt: 1, share: 0.25, note: 'a quarter', startedAt: '2026-11-27T03:00:00Z', node: 'oak:1' });
  expect(part('Running').getByRole('progressbar', { name: '25% done' })).toBeTruthy();
  expect(part('Running').getByText('25% done: a quarter')).toBeTruthy();

  jobs = [{ ...base, state: 'DONE', attempt: 1, finishedAt: '2026-11-27T03:01:00Z' }];
  await pass(1_500);

  expect(part('Done').getByText(/^done at/)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Running' })).toBeNull();
});

it('says why something failed, and tries it again', async () => {
  const failed: Job = { ...base, state: 'FAILED', attempt: 5, error: 'job dig: in vain', finishedAt: '2026-11-27T03:01:00Z' };
  await open(failed);
  expect(part('Failed').getByText('job dig: in vain')).toBeTruthy();
  expect(part('Failed').getByText(/try 5 of 5/)).toBeTruthy();

  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await pass(0);

  expect(retry).toHaveBeenCalledExactlyOnceWith(failed);
  expect(look).toHaveBeenCalledTimes(2);
});

it('does not offer to cancel what runs by the clock, nor to run what waits for its plugin', async () => {
  await open({ ...base, cron: '@daily' }, { ...base, id: '2', name: 'later', isHeld: true });

  const [daily, held] = part('Next').getAllByRole('listitem') as [HTMLElement, HTMLElement];
  expect(within(daily).queryByRole('button', { name: 'Cancel' })).toBeNull();
  expect(within(daily).getByText(/by the clock: @daily/)).toBeTruthy();
  expect(within(held).queryByRole('button', { name: 'Run now' })).toBeNull();
  expect(within(held).getByText('when the plugin is on')).toBeTruthy();
});

it('tells operators what is done for the whole server', async () => {
  await open({ ...base, isServer: true }, { ...base, id: '2' });

  expect(part('Next').getAllByText(/for the whole server/)).toHaveLength(1);
});

it('asks once more before it stops what runs', async () => {
  const running: Job = { ...base, state: 'RUNNING', attempt: 1, startedAt: '2026-11-27T03:00:00Z', node: 'oak:1' };
  await open(running);

  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(cancel).not.toHaveBeenCalled();
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Stop' }));
  await pass(0);

  expect(cancel).toHaveBeenCalledExactlyOnceWith(running);
});
