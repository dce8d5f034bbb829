import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ApiError } from '../api/error';
import type { Me } from '../api/types';
import { startI18n } from '../i18n/start';
import type { Session } from './session';
import { SignInForm } from './SignInForm';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const asks = new ApiError('TWO_FACTOR_REQUIRED', '');
const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

function show(signIn: Session['signIn']) {
  const done = vi.fn();
  render(<SignInForm session={{ signIn } as Session} onDone={done} onForgot={() => undefined} />);
  fill('E-mail or username', ' ada ');
  fill('Password', 'secret words');
  press('Sign in');
  return done;
}

it('asks for the code and sends it with the password', async () => {
  const me = {} as Me;
  const signIn = vi.fn().mockRejectedValueOnce(asks).mockResolvedValueOnce(me);
  const done = show(signIn);
  await screen.findByLabelText('Code');

  fill('Code', '123456');
  press('Continue');

  await vi.waitFor(() => expect(done).toHaveBeenCalledExactlyOnceWith(me));
  expect(signIn).toHaveBeenLastCalledWith({ login: 'ada', password: 'secret words', code: '123456' });
});

it('stays at the code when it was wrong, and says so', async () => {
  const wrong = new ApiError('VALIDATION_FAILED', '', { code: 'That code is not right, or was used already.' });
  show(vi.fn().mockRejectedValueOnce(asks).mockRejectedValueOnce(wrong));
  await screen.findByLabelText('Code');

  fill('Code', '000000');
  press('Continue');

  expect((await screen.findByRole('alert')).textContent).toBe('That code is not right, or was used already.');
  expect(screen.getByLabelText('Code').getAttribute('aria-invalid')).toBe('true');
});

it('goes back to the password with what was typed', async () => {
  show(vi.fn().mockRejectedValueOnce(asks));
  await screen.findByLabelText('Code');

  press('Back to sign-in');

  expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('secret words');
});
