import { startI18n } from '@stogram/client/shared/i18n/start';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { session } from '../app/session';
import { ada, personOf } from '../testing/ada';
import { PeoplePage } from './PeoplePage';

const everybody = vi.spyOn(session.api, 'everybody');
const change = vi.spyOn(session.api, 'changePerson');
vi.spyOn(session.api, 'devicesOf').mockResolvedValue([]);

const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

async function open() {
  render(<PeoplePage me={ada} />);
  await pass(200);
}

beforeAll(() => startI18n('en'));
beforeEach(() => {
  vi.useFakeTimers();
  everybody.mockReset().mockResolvedValue({ data: [personOf('1', 'Ada', { role: 'OWNER' }), personOf('2', 'Bo')], next: null });
  change.mockReset().mockResolvedValue(null);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('asks the server once for what was typed in one go', async () => {
  await open();
  everybody.mockClear();

  for (const q of ['m', 'mi', 'mira']) fireEvent.change(screen.getByLabelText('Name, username or e-mail'), { target: { value: q } });
  await pass(200);

  expect(everybody.mock.calls).toEqual([[{ q: 'mira' }, undefined]]);
});

it('shows more people only when asked to', async () => {
  everybody.mockResolvedValueOnce({ data: [personOf('2', 'Bo')], next: 'after-bo' });
  await open();
  everybody.mockResolvedValueOnce({ data: [personOf('3', 'Mira')], next: null });

  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await pass(0);

  expect(everybody).toHaveBeenLastCalledWith({}, 'after-bo');
  expect(screen.getAllByRole('heading', { level: 2 }).map(name => name.textContent)).toEqual(['Bo', 'Mira']);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

it('deactivates somebody after asking once more', async () => {
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Details of Bo' }));
  await pass(0);

  fireEvent.click(screen.getByRole('button', { name: 'Deactivate' }));
  expect(change).not.toHaveBeenCalled();
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Deactivate' }));
  await pass(0);

  expect(change).toHaveBeenCalledExactlyOnceWith('2', { active: false });
  expect(screen.getByText('Deactivated', { selector: 'span' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Reactivate' })).toBeTruthy();
});

it('says whose account is not for this page and offers nothing there', async () => {
  await open();

  fireEvent.click(screen.getByRole('button', { name: 'Details of Ada' }));
  await pass(0);

  expect(screen.getByText(/^This is you\./u)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Deactivate' })).toBeNull();
});
