import { ApiError } from '@stogram/client/shared/api/error';
import type { Package, ServerPlugin } from '@stogram/client/shared/api/plugins';
import { startI18n } from '@stogram/client/shared/i18n/start';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { session } from '../app/session';
import { PackagesPage } from './PackagesPage';

const one: Package = { version: '1.0.0', name: 'Polls', isInstalled: true, isOlder: false, isUploaded: true, permissions: ['chats.read'], missing: [], contributes: {}, leakRisks: [], hash: 'a' };
const two: Package = { ...one, version: '1.1.0', isInstalled: false, permissions: ['chats.read', 'users.read'], missing: ['users.read'], hash: 'b' };
const polls: ServerPlugin = { id: 'polls', name: 'Polls', version: '1.0.0', packages: [two, one], nodes: [], organizations: 2, hasData: true };

let plugins: ServerPlugin[];
const look = vi.spyOn(session.api, 'serverPlugins');
const upload = vi.spyOn(session.api, 'uploadPackage');
const install = vi.spyOn(session.api, 'installPlugin');
const remove = vi.spyOn(session.api, 'removePlugin');

beforeEach(async () => {
  vi.useFakeTimers();
  await startI18n('en');
  look.mockReset().mockImplementation(async () => plugins);
  for (const spy of [upload, install, remove]) spy.mockReset();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const open = async (...shown: ServerPlugin[]) => {
  plugins = shown;
  render(<PackagesPage />);
  await pass(0);
};
const dialog = () => within(screen.getByRole('dialog'));
const type = (label: string, value: string) => fireEvent.change(dialog().getByLabelText(label), { target: { value } });

it('asks only for what is new, and for the password', async () => {
  install.mockResolvedValue({ ...polls, version: '1.1.0' });
  await open(polls);
  expect(screen.getByText('on in 2 organizations, 1.1.0 can be installed')).toBeTruthy();

  fireEvent.click(screen.getByRole('button', { name: 'Upgrade' }));
  expect(dialog().getByText('Learn who may write to whom')).toBeTruthy();
  expect(dialog().queryByText('Read chats and who is in them')).toBeNull();
  type('Password', 'secret');
  fireEvent.click(dialog().getByRole('button', { name: 'Upgrade' }));
  await pass(0);

  expect(install).toHaveBeenCalledExactlyOnceWith('polls', two, 'secret');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says which version did not start, and does not offer it at once', async () => {
  await open({ ...polls, failedVersion: '1.1.0', failedReason: 'Migrating: 0002.sql: no' });

  expect(screen.getByText(/1\.1\.0 did not start, the version before goes on\. Migrating: 0002\.sql: no/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Upgrade' })).toBeNull();
});

it('shows what is wrong with a package', async () => {
  upload.mockRejectedValue(new ApiError('VALIDATION_FAILED', 'no', { package: 'plugin.json: missing.' }));
  await open();

  fireEvent.change(screen.getByLabelText('Upload a package'), { target: { files: [new File(['x'], 'x.zip')] } });
  await pass(0);

  expect(screen.getByRole('alert').textContent).toBe('plugin.json: missing.');
});

it('uploads a package with its signature, and says who signed it', async () => {
  const [zip, signature] = [new File(['x'], 'polls.zip'), new File(['s'], 'polls.zip.sig')];
  upload.mockResolvedValue(polls);
  await open({ ...polls, packages: [{ ...one, isSigned: true, signedBy: 'Harbour' }, { ...two, isOlder: true }, { ...two, version: '0.9.0', isOlder: true, isSigned: true }] });

  fireEvent.change(screen.getByLabelText('Upload a package'), { target: { files: [signature, zip] } });
  await pass(0);
  fireEvent.click(screen.getByRole('button', { name: 'Details of Polls' }));

  expect(upload).toHaveBeenCalledExactlyOnceWith(zip, signature);
  expect(screen.getByText('Signed by Harbour')).toBeTruthy();
  expect(screen.getByText('Not signed')).toBeTruthy();
  expect(screen.getByText('Signed by somebody this server does not trust')).toBeTruthy();
});

it('says what to do where nobody who is trusted has signed it', async () => {
  install.mockRejectedValue(new ApiError('CONFLICT', 'no', { reason: 'UNTRUSTED' }));
  await open(polls);

  fireEvent.click(screen.getByRole('button', { name: 'Upgrade' }));
  type('Password', 'secret');
  fireEvent.click(dialog().getByRole('button', { name: 'Upgrade' }));
  await pass(0);

  expect(dialog().getByRole('alert').textContent).toMatch(/^It is signed by a publisher this server does not trust any more\. /u);
});

it('deletes data only of what is uninstalled, with its id typed out', async () => {
  remove.mockResolvedValue(null);
  await open({ ...polls, version: null });
  fireEvent.click(screen.getByRole('button', { name: 'Details of Polls' }));
  expect(screen.queryByRole('button', { name: 'Uninstall' })).toBeNull();

  fireEvent.click(screen.getByRole('button', { name: 'Delete its data' }));
  type('Type polls to confirm', 'polls');
  type('Password', 'secret');
  fireEvent.click(dialog().getByRole('button', { name: 'Delete its data' }));
  await pass(0);

  expect(remove).toHaveBeenCalledExactlyOnceWith('polls', true, 'polls', 'secret');
});
