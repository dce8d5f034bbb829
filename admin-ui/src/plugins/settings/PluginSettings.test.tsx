import type { PluginRow, PluginSettings as Settings } from '@stogram/client/shared/api/plugins';
import { ApiError } from '@stogram/client/shared/api/error';
import { startI18n } from '@stogram/client/shared/i18n/start';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ada } from '../../testing/ada';
import { session } from '../../app/session';
import { mask } from '@stogram/client/shared/settings/fields';
import { PluginSettings } from './PluginSettings';

const settings: Settings = {
  schema: {
    properties: {
      greeting: { type: 'string', default: 'hello' }, seconds: { type: 'integer' }, token: { type: 'string', writeOnly: true },
      isLoud: { type: 'boolean', 'x-stogram': { group: 'Voice' } }, pause: { type: 'string', format: 'duration' },
    },
  },
  values: { greeting: 'hello', seconds: 3, token: mask, isLoud: false, pause: 'PT5M' },
};

const row: PluginRow = {
  id: 'probe', name: 'Probe', version: '1.0.0', enabled: true, state: 'RUNNING', permissions: [], contributes: { settings: 'settings.schema.json' },
};

const save = vi.spyOn(session.api, 'savePluginSettings');
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { exact: true });
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

beforeEach(async () => {
  await startI18n('en');
  vi.spyOn(session.api, 'pluginSettings').mockResolvedValue(settings);
  save.mockReset().mockImplementation(async (_, values) => ({ ...settings, values: { ...settings.values, ...values } }));
  await act(async () => render(<PluginSettings row={row} me={ada} />));
});
afterEach(cleanup);

it('sends what was changed with what was not, and says that it is saved', async () => {
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  write('Greeting', 'ahoy');
  write('Pause', '10');
  fireEvent.click(screen.getByRole('switch', { name: 'Is loud' }));

  await press('Save');

  expect(save).toHaveBeenCalledExactlyOnceWith('probe', { greeting: 'ahoy', seconds: 3, token: mask, isLoud: true, pause: 'PT10M' });
  expect(screen.getByText('Saved.')).toBeTruthy();
  expect(field('Greeting').value).toBe('ahoy');
});

it('says by the field why it was refused, in the reader\'s language, and keeps what was written', async () => {
  save.mockRejectedValue(new ApiError('VALIDATION_FAILED', 'no', { seconds: 'At most 3600.' }));
  write('Seconds', '9999');

  await press('Save');

  expect(screen.getByRole('alert').textContent).toBe('At most 3600.');
  expect([field('Seconds').getAttribute('aria-invalid'), field('Seconds').value]).toEqual(['true', '9999']);
});

it('never shows a secret: it is kept, replaced or removed', async () => {
  expect([field('Token').value, field('Token').type]).toEqual(['', 'password']);
  write('Token', 'another one');
  await press('Save');
  expect(save.mock.lastCall![1].token).toBe('another one');

  cleanup();
  await act(async () => render(<PluginSettings row={row} me={ada} />));
  await press('Remove it');
  await press('Save');
  expect('token' in save.mock.lastCall![1]).toBe(false);
});

it('goes back to how it was', async () => {
  write('Greeting', 'ahoy');

  await press('Back to how it was');

  expect(field('Greeting').value).toBe('hello');
  expect(save).not.toHaveBeenCalled();
});
