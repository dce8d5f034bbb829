import 'fake-indexeddb/auto';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FailedActions } from '../messages/FailedActions';
import { startI18n } from '../shared/i18n/start';
import type { Pending } from '../shared/sync/outbox';
import { addExplanation, takeBack } from './registry';
import { boom, clear } from './testing/piece';

const details = { code: 'TOO_EARLY', plugin: 'slow-mode', retryAfter: 4 };
const pending = { id: 'one', chatId: 'atrium', failure: { code: 'REJECTED', message: 'The server says wait.', details } } as unknown as Pending;

beforeEach(() => startI18n('en'));
afterEach(() => {
  cleanup();
  clear();
});

const reason = () => screen.getByRole('alert').textContent;

it('a refused message carries the server\'s words, and the plugin\'s while it runs', () => {
  render(<FailedActions pending={pending} />);
  expect(reason()).toContain('The server says wait.');

  act(() => addExplanation({ plugin: 'slow-mode', code: 'TOO_EARLY', say: ({ retryAfter }) => `Wait ${retryAfter} s.` }));
  expect(reason()).toContain('Wait 4 s.');
  act(() => takeBack('slow-mode'));

  expect(reason()).toContain('The server says wait.');
});

it('another plugin\'s words are not taken, nor those of one that throws', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  addExplanation({ plugin: 'polls', code: 'TOO_EARLY', say: () => 'The poll is not open.' });
  addExplanation({ plugin: 'slow-mode', code: 'TOO_EARLY', say: boom });

  render(<FailedActions pending={pending} />);

  expect(reason()).toContain('The server says wait.');
});
