import type { AuditEntry } from '@stogram/client/shared/api/administration';
import { startI18n } from '@stogram/client/shared/i18n/start';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { AuditItem } from './AuditItem';

const entry: AuditEntry = {
  seq: 7, at: '2026-05-01T12:00:00Z', actorId: '1', actor: 'ada', ip: '192.0.2.7', action: 'person.role',
  targetId: '2', target: 'bo', before: { role: 'MEMBER' }, after: { role: 'GUEST' },
};

const show = (over: Partial<AuditEntry>) => render(<AuditItem entry={{ ...entry, ...over }} pluginName={id => (id === 'slow-mode' ? 'Slow mode' : id)} />);
const shown = () => screen.getByRole('listitem').textContent;

beforeAll(() => startI18n('en'));
afterEach(cleanup);

it('says who did what to whom, from where, and what it was before', () => {
  show({});

  expect(shown()).toContain('Changed a role, @bo');
  expect(shown()).toContain('@ada, from 192.0.2.7');
  expect(shown()).toContain('Role:MemberGuest');
});

it('does not say that somebody did it to themselves', () => {
  show({ action: 'two-factor.enabled', targetId: '1', target: 'ada', before: null, after: null });

  expect(shown()).toContain('Turned two-step verification on');
  expect(shown()).not.toContain(', @ada');
});

it('shows of what is over only what it was', () => {
  show({ action: 'session.revoked', before: { device: 'curl/8.1' }, after: null });

  expect(shown()).toContain('Signed a device out, @bo');
  expect(shown()).toMatch(/Device:curl 8\.1$/u);
});

it('shows an action and a value that it has no words for as they are written', () => {
  show({ action: 'plugin.switched', before: null, after: { enabled: 'true' } });

  expect(shown()).toContain('plugin.switched');
  expect(shown()).toContain('enabled:true');
});

const ofPlugin = (action: string, after: AuditEntry['after'], before: AuditEntry['before'] = null) =>
  show({ action, target: null, before: before && { plugin: 'slow-mode', ...before }, after: { plugin: 'slow-mode', ...after } });

it('says of a plugin by its name what was done to it, and what was agreed to', () => {
  ofPlugin('plugin.switched-on', { version: '0.1.0', granted: 'chats.read, mail.send' });

  expect(shown()).toContain('Switched Slow mode on@ada');
  expect(shown()).toContain('Version:0.1.0');
  expect(shown()).toContain('It may now:Read chats and who is in themmail.send');
});

it('says by an upgrade only what is new', () => {
  ofPlugin('operator.plugin-installed', { version: '0.2.0', granted: 'mail.send' }, { version: '0.1.0' });

  expect(shown()).toContain('Installed the plugin Slow mode@ada');
  expect(shown()).toContain('Version:0.1.00.2.0');
  expect(shown()).toMatch(/It may now:mail\.send$/u);
});

it('shows settings by their names, and of secrets the names alone', () => {
  ofPlugin('plugin.settings-changed', { 'settings.seconds': '30', secrets: 'token' }, { 'settings.seconds': '10' });

  expect(shown()).toContain('Changed the settings of Slow mode@ada');
  expect(shown()).toContain('seconds:1030');
  expect(shown()).toMatch(/Secrets that were changed:token$/u);
});

it('says of a job which it was', () => {
  ofPlugin('plugin.job-retried', { job: 'dig', server: 'true' });

  expect(shown()).toContain('Had Slow mode try dig again@ada');
  expect(shown()).toMatch(/For the whole server:yes$/u);
});
