import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ApiError } from '../api/error';
import type { Policy } from '../api/types';
import { startI18n } from '../i18n/start';
import type { Session } from './session';
import { SignUpForm } from './SignUpForm';

const policy: Policy = { organization: { slug: 'main', name: 'Main' }, signUp: 'OPEN', isFresh: false, needsSetup: false, passwordMinLength: 8 };
const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Create account' }));

beforeAll(() => startI18n('en'));
afterEach(cleanup);

function show(signUp: Session['signUp'], rest: Partial<Policy> = {}) {
  render(<SignUpForm session={{ signUp } as Session} policy={{ ...policy, ...rest }} codes={{ setup: 'KEY', invite: '' }} onDone={() => undefined} />);
}

it('says what is missing by field before it asks the server', () => {
  const signUp = vi.fn();
  show(signUp);

  fill('E-mail', 'nonsense');
  submit();

  expect(screen.getByLabelText('Username').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(screen.getByLabelText('Username'));
  expect(screen.getByText('This does not look like an e-mail address.')).toBeTruthy();
  expect(signUp).not.toHaveBeenCalled();
});

it("shows the server's complaint at its field", async () => {
  show(vi.fn().mockRejectedValue(new ApiError('VALIDATION_FAILED', '', { username: 'Must rhyme.' })));

  fill('Username', 'ada');
  fill('E-mail', 'ada@example.org');
  fill('Password', 'long enough');
  submit();

  expect((await screen.findByRole('alert')).textContent).toBe('Must rhyme.');
});

it('says at its field what is taken already', async () => {
  show(vi.fn().mockRejectedValue(new ApiError('CONFLICT', 'That username is taken.', { username: 'Taken.' })));

  fill('Username', 'ada');
  fill('E-mail', 'ada@example.org');
  fill('Password', 'long enough');
  submit();

  expect((await screen.findByRole('alert')).textContent).toBe('This is taken already.');
  expect(screen.getByLabelText('Username').getAttribute('aria-invalid')).toBe('true');
});

it('sends the set-up code only where the first account needs it', async () => {
  const signUp = vi.fn().mockResolvedValue({});
  show(signUp, { isFresh: true, needsSetup: true });

  fill('Username', 'ada');
  fill('E-mail', 'ada@example.org');
  fill('Password', 'long enough');
  submit();

  await vi.waitFor(() => expect(signUp).toHaveBeenCalledWith({ email: 'ada@example.org', username: 'ada', password: 'long enough', setup: 'KEY' }));
});

it('shows the password when asked to', () => {
  show(vi.fn());

  fireEvent.click(screen.getByRole('button', { name: 'Show password' }));

  expect(screen.getByLabelText('Password').getAttribute('type')).toBe('text');
});
