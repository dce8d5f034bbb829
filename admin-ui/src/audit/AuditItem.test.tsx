import type { AuditEntry } from '@stogram/client/shared/api/administration';
import { startI18n } from '@stogram/client/shared/i18n/start';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { AuditItem } from './AuditItem';

const entry: AuditEntry = {
  seq: 7, at: '2026-05-01T12:00:00Z', actorId: '1', actor: 'ada', ip: '192.0.2.7', action: 'person.role',
  targetId: '2', target: 'bo', before: { role: 'MEMBER' }, after: { role: 'GUEST' },
};

const shown = () => screen.getByRole('listitem').textContent;

beforeAll(() => startI18n('en'));
afterEach(cleanup);

it('says who did what to whom, from where, and what it was before', () => {
  render(<AuditItem entry={entry} />);

  expect(shown()).toContain('Changed a role, @bo');
  expect(shown()).toContain('@ada, from 192.0.2.7');
  expect(shown()).toContain('Role:MemberGuest');
});

it('does not say that somebody did it to themselves', () => {
  render(<AuditItem entry={{ ...entry, action: 'two-factor.enabled', targetId: '1', target: 'ada', before: null, after: null }} />);

  expect(shown()).toContain('Turned two-step verification on');
  expect(shown()).not.toContain(', @ada');
});

it('shows of what is over only what it was', () => {
  render(<AuditItem entry={{ ...entry, action: 'session.revoked', before: { device: 'curl/8.1' }, after: null }} />);

  expect(shown()).toContain('Signed a device out, @bo');
  expect(shown()).toMatch(/Device:curl 8\.1$/u);
});

it('shows an action and a value that it has no words for as they are written', () => {
  render(<AuditItem entry={{ ...entry, action: 'plugin.switched', before: null, after: { enabled: 'true' } }} />);

  expect(shown()).toContain('plugin.switched');
  expect(shown()).toContain('enabled:true');
});
