import type { Page } from '@playwright/test';
import { signUp } from '../people/deeds';
import { password } from '../people/account';
import { expect, test, usernameFor } from '../people/test';

const said = (page: Page, label: string) => page.getByLabel(label, { exact: true }).locator('xpath=../following-sibling::p');

test('Signing up says at each field what is missing or wrong, in plain words', async ({ visit, enroll }) => {
  const taken = await enroll('Taken');
  const { page, watch } = await visit();
  watch.expect(/status of 4\d\d .*\/api\/auth\/register/u);
  await page.goto('/');
  await page.getByRole('button', { name: 'Create account' }).click();

  await page.getByRole('button', { name: 'Create account' }).click();
  for (const label of ['Username', 'E-mail', 'Password']) await expect(said(page, label)).toHaveText('Fill this in.');

  await page.getByLabel('Username', { exact: true }).fill('a!');
  await page.getByLabel('E-mail').fill('nowhere');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(said(page, 'Username')).toHaveText('Use 2 to 32 letters, digits, dots or underscores.');
  await expect(said(page, 'E-mail')).toHaveText('This does not look like an e-mail address.');
  await expect(said(page, 'Password')).toHaveText(/^Use at least \d+ characters\.$/u);

  await page.getByLabel('Username', { exact: true }).fill(taken.username);
  await page.getByLabel('E-mail').fill(`${usernameFor('new')}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(said(page, 'Username')).toHaveText('This is taken already.');
});

test('A wrong password is said plainly and the right one gets in', async ({ visit, enroll }) => {
  const ada = await enroll('Ada');
  const { page, watch } = await visit();
  watch.expect(/status of 401 .*\/api\/auth\/login/u);
  await page.goto('/');

  await page.getByLabel('E-mail or username').fill(ada.username);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('That login and password do not belong together.');

  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
});

test('Whoever signed up is still signed in after a reload', async ({ visit }) => {
  const { page } = await visit();
  await signUp(page, 'Ada', usernameFor('Ada'));

  await page.reload();

  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
});

test('Signing out in one tab signs out the other and leaves nothing behind', async ({ join }) => {
  const ada = await join('Ada');
  ada.visitor.watch.expect(/status of 401/u);
  const second = await ada.visitor.context.newPage();
  await second.goto('/');
  await expect(second.getByRole('heading', { name: 'Chats' })).toBeVisible();

  await ada.page.bringToFront();
  await ada.page.getByRole('link', { name: 'Settings' }).click();
  await ada.page.getByRole('button', { name: 'Sign out' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();

  for (const page of [ada.page, second]) await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await second.reload();
  await expect(second.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});
