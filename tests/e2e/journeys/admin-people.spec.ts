import type { Page } from '@playwright/test';
import { owner } from '../host/serve';
import { enroll as enrollIn, enter, nameless, password } from '../people/account';
import { signIn, signInTo } from '../people/deeds';
import { expect, phone, test, usernameFor } from '../people/test';

const fresh = 'copper fjord lantern';

const nav = (page: Page) => page.getByRole('navigation', { name: 'Sections' });

// By the username: until the search is answered the list shows others of the same name.
const personRow = (page: Page, username: string) =>
  page.getByRole('list', { name: 'People' }).locator('> li').filter({ hasText: `@${username},` });

async function openPerson(page: Page, username: string, name: string) {
  await nav(page).getByRole('link', { name: 'People' }).click();
  await page.getByLabel('Name, username or e-mail').fill(username);
  await personRow(page, username).getByRole('button', { name: `Details of ${name}` }).click();
}

async function confirm(page: Page, action: string, again = action) {
  await page.getByRole('button', { name: action, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: again, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test("A forgotten password is replaced by an administrator's link", async ({ enroll, visit }) => {
  const ada = await enroll('Ada');
  const [{ page }, office] = await Promise.all([visit(), visit()]);
  await page.goto('/');
  await page.getByRole('button', { name: 'Forgot password?' }).click();
  await page.getByLabel('E-mail or username').fill(ada.username);
  await page.getByRole('button', { name: 'Ask for a link' }).click();
  await expect(page.getByText('If there is such an account')).toBeVisible();

  await signIn(office.page, owner, '/admin/people');
  await office.page.getByLabel('State').selectOption('Needs a new password');
  await office.page.getByLabel('Name, username or e-mail').fill(ada.username);
  await expect(personRow(office.page, ada.username).getByText('Asked for a new password')).toBeVisible();
  await personRow(office.page, ada.username).getByRole('button', { name: 'Details of Ada' }).click();
  await office.page.getByRole('button', { name: 'Make a link for a new password' }).click();
  const link = new URL(await office.page.getByLabel('Link for a new password').inputValue());

  await page.goto(`/${link.search}`);
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText(/^Use at least \d+ characters\.$/u)).toBeVisible();
  await page.getByLabel('New password').fill(fresh);
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('E-mail or username').fill(ada.username);
  await page.getByLabel('Password', { exact: true }).fill(fresh);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
});

test('A link for a new password is good once', async ({ enroll, visit, baseURL }) => {
  const ada = await enroll('Ada');
  const boss = await enter(baseURL!, owner);
  const { url } = await boss.do<{ url: string }>(`/admin/people/${ada.id}/reset-link`);
  const { page, watch } = await visit();
  watch.expect(/status of 400 .*\/api\/auth\/password\/reset/u);

  for (const answer of ['Your new password is set. Sign in with it.', 'This link is not good any more. Ask for a new one.']) {
    await page.goto(`/${new URL(url).search}`);
    await page.getByLabel('New password').fill(fresh);
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByText(answer)).toBeVisible();
  }
});

test('An invitation brings a guest in, once', async ({ visit }) => {
  const [office, { page }] = await Promise.all([visit(), visit()]);
  await signIn(office.page, owner, '/admin/invites');
  await office.page.getByRole('button', { name: 'Invite people' }).click();
  await office.page.getByLabel('They come in as').selectOption('Guest');
  await office.page.getByRole('button', { name: 'Make the link' }).click();
  const link = new URL(await office.page.getByLabel('Invitation link').inputValue());
  await expect(office.page.getByRole('list', { name: 'Invitations of the last weeks' }).getByText('Open').first()).toBeVisible();

  const signUp = async (username: string) => {
    await page.goto(`/${link.search}`);
    await expect(page.getByRole('heading', { name: 'You are invited' })).toBeVisible();
    await page.getByLabel('Your name').fill('Gus Guest');
    await page.getByLabel('Username', { exact: true }).fill(username);
    await page.getByLabel('E-mail').fill(`${username}@example.org`);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Create account' }).click();
  };
  const gus = usernameFor('Gus');
  await signUp(gus);
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
  await openPerson(office.page, gus, 'Gus Guest');
  await expect(personRow(office.page, gus).getByText('Guest', { exact: true }).first()).toBeVisible();

  const second = await visit();
  second.watch.expect(/status of 403 .*\/api\/auth\/register/u);
  await second.page.goto(`/${link.search}`);
  await second.page.getByLabel('Username', { exact: true }).fill(usernameFor('Late'));
  await second.page.getByLabel('E-mail').fill('late@example.org');
  await second.page.getByLabel('Password', { exact: true }).fill(password);
  await second.page.getByRole('button', { name: 'Create account' }).click();
  await expect(second.page.getByRole('alert')).toHaveText('This invitation is not good any more. Ask for a new one.');
});

test('Who is deactivated is out at once, and in again when reactivated', async ({ join, visit }) => {
  const bo = await join('Bo');
  bo.visitor.watch.expect(/status of 401/u);
  const { page } = await visit();
  await signIn(page, owner, '/admin/');
  await openPerson(page, bo.username, 'Bo');

  await confirm(page, 'Deactivate');
  await expect(bo.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await bo.page.getByLabel('E-mail or username').fill(bo.username);
  await bo.page.getByLabel('Password', { exact: true }).fill(password);
  await bo.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(bo.page.getByRole('alert')).toHaveText('That login and password do not belong together.');

  await page.getByRole('button', { name: 'Reactivate' }).click();
  await expect(page.getByRole('button', { name: 'Deactivate' })).toBeVisible();
  await bo.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(bo.page.getByRole('heading', { name: 'Chats' })).toBeVisible();
});

test('An administrator signs somebody out, one device and everywhere, and the log tells who did', async ({ join, visit, baseURL }) => {
  const bo = await join('Bo');
  await enter(baseURL!, bo.username);
  bo.visitor.watch.expect(/status of 401/u);
  const { page } = await visit();
  await signIn(page, owner, '/admin/');
  await openPerson(page, bo.username, 'Bo');
  await expect(page.getByRole('list', { name: 'Devices' }).getByText('Chrome on Linux')).toBeVisible();
  await personRow(page, bo.username).getByLabel('Role').selectOption('Guest');
  await expect(page.getByText('Guest: sees only the chats')).toBeVisible();

  await confirm(page, 'Sign out Chrome on Linux', 'Sign out');
  await expect(bo.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Devices' }).getByText('Chrome on Linux')).toHaveCount(0);
  await confirm(page, 'Sign out everywhere');
  await expect(page.getByText('Signed in nowhere.')).toBeVisible();

  await nav(page).getByRole('link', { name: 'Audit log' }).click();
  const mine = page.getByRole('list', { name: 'Entries, newest first' }).getByRole('listitem').filter({ hasText: `@${bo.username}` });
  await expect(mine.filter({ hasText: 'Signed a device out' })).toContainText('Device:Chrome on Linux');
  await page.getByLabel('Show').selectOption('People');
  await expect(mine.filter({ hasText: 'Signed a person out everywhere' }).getByText(`@${owner}`)).toBeVisible();
  await expect(mine.filter({ hasText: 'Changed a role' })).toContainText('Role:MemberGuest');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export as CSV' }).click()]);
  expect(file.suggestedFilename()).toBe('audit.csv');
});

test('An organization that requires a second factor lets nobody on without one', async ({ visit, baseURL }) => {
  const boss = await enter(baseURL!, owner);
  const slug = `strict-${process.pid}`;
  await boss.createOrganization(slug, 'Strict');
  const [head, bo] = [usernameFor('Head'), usernameFor('Bo')];
  const account = await enrollIn(baseURL!, head, 'Head', slug);
  await account.patch('/admin/organization', { signUp: 'OPEN' });
  await enrollIn(baseURL!, bo, 'Bo', slug);
  const elsewhere = { serviceWorkers: 'block', baseURL: nameless(baseURL!) } as const;
  const [office, { page, watch }] = await Promise.all([visit(elsewhere), visit(elsewhere)]);
  for (const one of [watch, office.watch]) one.expect(/status of 403|WebSocket/u);
  await signInTo(page, slug, bo);
  await signInTo(office.page, slug, head);

  await office.page.goto('/admin/security');
  await office.page.getByRole('switch', { name: 'Require two-step verification' }).click();
  await office.page.getByRole('dialog').getByRole('button', { name: 'Require it' }).click();
  await expect(office.page.getByRole('switch', { name: 'Require two-step verification' })).toBeChecked();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Two-step verification is required here' })).toBeVisible();
  await nav(office.page).getByRole('link', { name: 'People' }).click();
  await expect(office.page.getByText('Set up two-step verification first')).toBeVisible();
});

test('The administration fits a phone', async ({ visit }) => {
  const { page } = await visit(phone);
  await signIn(page, owner, '/admin/people');
  for (const name of ['People', 'Invitations', 'Plugins', 'Security', 'Audit log']) {
    await nav(page).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
});
