import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useRegistry } from '../../plugins/registry';
import { clear } from '../../plugins/testing/piece';
import type { PluginSettings } from '../../shared/api/plugins';
import { app } from '../../shared/app';
import { startI18n } from '../../shared/i18n/start';
import type { ChatState } from '../../shared/sync/chatState';
import { ChatPlugins } from './ChatPlugins';

const schema: PluginSettings['schema'] = {
  properties: { greeting: { type: 'string', default: 'welcome' }, isLoud: { type: 'boolean', default: true }, seconds: { type: 'integer' } },
};
const look = vi.spyOn(app.session.api, 'chatPluginSettings');
const save = vi.spyOn(app.session.api, 'saveChatPluginSettings');
const state = (role: 'OWNER' | 'MEMBER', type = 'GROUP') => ({ chat: { id: 'atrium', type, memberRights: ['CHANGE_INFO'] }, mine: { role, readOnlyUntil: null } }) as unknown as ChatState;

beforeEach(async () => {
  await startI18n('en');
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  useRegistry.setState({ forChats: [{ id: 'probe', name: 'Probe' }] });
  look.mockReset().mockResolvedValue({ schema, values: { seconds: 5 } });
  save.mockReset().mockImplementation(async (_chat, _id, values) => ({ schema, values }));
});
afterEach(() => {
  cleanup();
  clear();
});

it('a chat sets what is its own, and what is as the organization has it goes on following it', async () => {
  render(<ChatPlugins state={state('OWNER')} />);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Probe' })));
  expect(screen.getByLabelText<HTMLInputElement>('Greeting').value).toBe('welcome');
  expect(screen.getByLabelText<HTMLInputElement>('Seconds').value).toBe('5');

  fireEvent.change(screen.getByLabelText('Greeting'), { target: { value: 'hi' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save', hidden: true })));

  expect(save).toHaveBeenCalledExactlyOnceWith('atrium', 'probe', { greeting: 'hi', seconds: 5 });
});

it('only those who may are offered it, and where there is something to set', () => {
  const { rerender } = render(<ChatPlugins state={state('MEMBER')} />);
  expect(screen.queryByText('Probe')).toBeNull();
  rerender(<ChatPlugins state={state('MEMBER', 'PRIVATE')} />);
  expect(screen.getByText('Probe')).toBeTruthy();

  act(() => useRegistry.setState({ forChats: [] }));
  expect(screen.queryByText('Plugins in this chat')).toBeNull();
});
