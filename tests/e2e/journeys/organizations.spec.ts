import type { Page } from '@playwright/test';
import { owner } from '../host/serve';
import { nameless, password } from '../people/account';
import { signIn } from '../people/deeds';
import { expect, phone, test, usernameFor } from '../people/test';

const row = (page: Page, name: string) => page.getByRole('list', { name: 'Organizations' }).getByRole('listitem', { name });

async function confirm(page: Page, action: string) {
  await page.getByRole('button', { name: action, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('An operator adds an organization, gives it a host name, suspends it and deletes it', async ({ visit, baseURL }) => {
  const name = `Harbour ${process.pid}`;
  const slug = `harbour-${process.pid}`;
  const host = `${slug}.localhost`;
  const [office, first] = await Promise.all([visit(), visit({ serviceWorkers: 'block', baseURL: nameless(baseURL!) })]);
  first.watch.expect(/status of 404 .*\/api\/auth\/policy/u);
  office.watch.expect(/status of 400 .*\/api\/operator/u);
  await signIn(office.page, owner, '/admin/server');
  await office.page.getByRole('button', { name: 'Add an organization' }).click();
  await office.page.getByLabel('Name', { exact: true }).fill(name);
  await expect(office.page.getByLabel('Short name')).toHaveValue(slug);
  await office.page.getByRole('button', { name: 'Add it' }).click();
  const link = new URL(await office.page.getByLabel(`Link for the first owner of ${name}`).inputValue());
  await expect(row(office.page, name).getByText('No owner yet')).toBeVisible();

  await first.page.goto('/');
  await expect(first.page.getByRole('heading', { name: 'Where do you belong?' })).toBeVisible();
  await first.page.getByLabel('Short name of your organization').fill('nowhere');
  await first.page.getByRole('button', { name: 'Continue' }).click();
  await expect(first.page.getByText('There is none of that name here.')).toBeVisible();
  const bo = usernameFor('Bo');
  await first.page.goto(`/${link.search}`);
  await first.page.getByLabel('Username', { exact: true }).fill(bo);
  await first.page.getByLabel('E-mail').fill(`${bo}@example.org`);
  await first.page.getByLabel('Password', { exact: true }).fill(password);
  await first.page.getByRole('button', { name: 'Create account' }).click();
  await expect(first.page.getByRole('heading', { name: 'Chats' })).toBeVisible();

  await row(office.page, name).getByRole('button', { name: `Details of ${name}` }).click();
  await row(office.page, name).getByLabel('Host names').fill(`https://${host}`);
  await row(office.page, name).getByRole('button', { name: 'Save' }).click();
  await expect(row(office.page, name).getByText('A name such as chat.example.org')).toBeVisible();
  await row(office.page, name).getByLabel('Host names').fill(host);
  await row(office.page, name).getByRole('button', { name: 'Save' }).click();
  await expect(row(office.page, name).getByText('Saved')).toBeVisible();

  const { page, watch } = await visit({ serviceWorkers: 'block', baseURL: baseURL!.replace('localhost', host) });
  watch.expect(/status of 40[13]|WebSocket/u);
  await page.goto('/');
  await expect(page.getByText(`Sign in to ${name}`)).toBeVisible();
  await page.getByLabel('E-mail or username').fill(bo);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();

  first.watch.expect(/status of 40[13]|WebSocket/u);
  await confirm(office.page, 'Suspend');
  await expect(page.getByText('Nobody can sign in here now')).toBeVisible();
  await office.page.getByRole('button', { name: 'Resume' }).click();
  await expect(row(office.page, name).getByText('Active', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(`Sign in to ${name}`)).toBeVisible();

  await office.page.getByRole('button', { name: 'Delete for good' }).click();
  const dialog = office.page.getByRole('dialog');
  await dialog.getByLabel(`Type ${name} to confirm`).fill('Harbor');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(async () => {
    await office.page.reload();
    await expect(office.page.getByRole('list', { name: 'Operators' }).getByText('Olga Owner')).toBeVisible();
    await expect(row(office.page, name)).toHaveCount(0, { timeout: 500 });
  }).toPass();
});

test('An operator makes another one with the password, and takes the right away', async ({ enroll, visit }) => {
  const cy = await enroll('Cy');
  const { page, watch } = await visit(phone);
  watch.expect(/status of 400 .*\/api\/operator/u);
  await signIn(page, owner, '/admin/server');
  await page.getByRole('button', { name: 'Make somebody an operator' }).click();
  await page.getByLabel('E-mail or username').fill(cy.username);
  await page.getByLabel('Your own password').fill('guessed it wrong');
  await page.getByRole('button', { name: 'Give the right' }).click();
  await expect(page.getByRole('alert')).toHaveText('That is not your password.');
  await page.getByLabel('Your own password').fill(password);
  await page.getByRole('button', { name: 'Give the right' }).click();
  const mine = page.getByRole('list', { name: 'Operators' }).getByRole('listitem').filter({ hasText: `@${cy.username}` });
  await expect(mine).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

  await mine.getByRole('button', { name: 'Take the right away' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the right away' }).click();
  await expect(mine).toHaveCount(0);
});

test('Over plain http the app says what does not work, once in a bar and always in the settings', async ({ enroll, visit }) => {
  const bo = await enroll('Bo');
  // Every address of this machine counts as safe.
  const { page } = await visit({ serviceWorkers: 'block' });
  await page.addInitScript(() => Object.defineProperty(globalThis, 'isSecureContext', { value: false }));
  await signIn(page, bo.username);

  await page.getByRole('button', { name: 'what and why' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.getByText('Ask an administrator to switch https on.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'what and why' })).toHaveCount(0);
  await expect(page.getByText('Ask an administrator to switch https on.')).toBeVisible();
});
