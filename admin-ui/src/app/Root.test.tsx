import { startI18n } from '@stogram/client/shared/i18n/start';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ada } from '../testing/ada';
import { Root } from './Root';
import { session } from './session';

const tokens = { accessToken: 'a', expiresIn: 900 };
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const done = (data: unknown) => json(200, { success: true, data });
const refused = (status: number, code: string) => json(status, { success: false, error: { code, message: code } });

const policy = { organization: { slug: 'main', name: 'Acme' }, signUp: 'OPEN', isFresh: false, needsSetup: false, passwordMinLength: 8 };

/** A server in a table: what it answers by path. */
function serve(answers: Record<string, () => Response>) {
  vi.stubGlobal('fetch', async (path: string) => (answers[path] ?? (() => refused(404, 'NOT_FOUND')))());
}

beforeAll(() => startI18n('en'));
beforeEach(() => {
  session.end();
  localStorage.setItem('stogram.session', '1');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('shows an owner an empty plugins page that says so', async () => {
  serve({ '/api/auth/refresh': () => done(tokens), '/api/auth/me': () => done(ada), '/api/admin/plugins': () => done([]) });
  render(<Root />);

  expect(await screen.findByText('No plugins here yet')).toBeTruthy();
  expect(screen.getByText('Acme')).toBeTruthy();
});

it('tells a member in plain words that the page is not for them', async () => {
  serve({ '/api/auth/refresh': () => done(tokens), '/api/auth/me': () => done({ ...ada, role: 'MEMBER', isOperator: false }) });
  render(<Root />);

  expect(await screen.findByText('This page is for administrators')).toBeTruthy();
});

it('asks for a sign-in where there is no session, and says when it was wrong', async () => {
  serve({ '/api/auth/refresh': () => refused(401, 'UNAUTHORIZED'), '/api/auth/policy': () => done(policy), '/api/auth/login': () => refused(401, 'UNAUTHORIZED') });
  render(<Root />);

  fireEvent.change(await screen.findByLabelText('E-mail or username'), { target: { value: 'ada' } });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'wrong' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));

  expect((await screen.findByRole('alert')).textContent).toBe('That login and password do not belong together.');
});

it('offers to try again when the server does not answer', async () => {
  serve({ '/api/auth/refresh': () => refused(503, 'UNAVAILABLE') });
  render(<Root />);

  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});
