import type { Page } from '@playwright/test';
import { type Host, startHost } from '../host/start';
import { artifacts } from '../host/paths';
import { Account, password } from '../people/account';
import { get, post } from '../people/api';
import { bubble, composer, openChat, signIn } from '../people/deeds';
import { expect, phone, test } from '../people/test';
import { seed } from './cast';

const ada = 'ada';
const devices = { desktop: { viewport: { width: 1440, height: 900 } }, phone };
const themes = ['light', 'dark'] as const;

// Two in the afternoon, whenever the pictures are taken; the names of these zones count backwards.
const ahead = 14 - new Date().getUTCHours();
const timezoneId = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;

// On a server of their own: the pictures show Ada's people alone, and the very first account.
let host: Host;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => void (host = await startHost()));
test.afterAll(() => host.stop());

async function photograph(page: Page, name: string) {
  // Nothing may look pointed at.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${artifacts}/screenshots/${name}.png`, animations: 'disabled' });
}

/** Photographed as somebody sees it who looks elsewhere: new messages stay new. */
async function unfocused(page: Page) {
  await page.addInitScript(() => Object.defineProperty(document, 'hasFocus', { value: () => false }));
}

test('The first visitor of a fresh server makes it theirs', async ({ visit }) => {
  for (const [device, options] of Object.entries(devices)) {
    for (const colorScheme of themes) {
      const { page, context } = await visit({ ...options, colorScheme, baseURL: host.url });
      await page.goto('/');
      await expect(page.getByRole('heading', { name: 'Create the first account' })).toBeVisible();
      await photograph(page, `sign-up-${device}-${colorScheme}`);
      await context.close();
    }
  }

  const { page } = await visit({ baseURL: host.url });
  await page.goto('/');
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('Username', { exact: true }).fill(ada);
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('No chats yet')).toBeVisible();
  await photograph(page, 'empty-desktop-light');

  const { user, accessToken } = await post<{ user: { id: string }; accessToken: string }>(host.url, '/auth/login', { login: ada, password });
  await seed(host.url, new Account(host.url, accessToken, user.id, ada, 'Ada Lovelace'), page);
  expect(await get<unknown[]>(host.url, '/chats', accessToken)).toHaveLength(9);
});

for (const [device, options] of Object.entries(devices)) {
  for (const colorScheme of themes) {
    test(`The main views on a ${device} in ${colorScheme}`, async ({ visit }) => {
      const { page } = await visit({ ...options, colorScheme, timezoneId, baseURL: host.url, serviceWorkers: 'block' });
      const show = (view: string) => photograph(page, `${view}-${device}-${colorScheme}`);
      await unfocused(page);
      await signIn(page, ada);
      await expect(page.getByText('I have two')).toBeVisible();
      if (device === 'phone') await show('chat-list');

      await openChat(page, 'Atrium');
      await expect(page.locator('img[alt="roof.jpg"]')).toBeVisible();
      await show('conversation');
      await bubble(page, 'And snacks').getByRole('button', { name: 'Message actions' }).press('Enter');
      await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
      await show('message-menu');
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await expect(page.getByRole('dialog', { name: 'Delete this message?' })).toBeVisible();
      await show('delete-message');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Chat info' }).click();
      await expect(page.getByRole('list', { name: 'Members' }).getByText('Bo Lindqvist')).toBeVisible();
      await show('group-info');

      await page.goto('/new');
      await expect(page.getByText('@gwen')).toBeVisible();
      await show('new-chat');
      await page.goto('/settings');
      await expect(page.getByText('Language')).toBeVisible();
      await show('settings');
      await page.goto('/admin/');
      await expect(page.getByRole('listitem', { name: 'Slow mode' })).toBeVisible();
      await show('admin-plugins');
    });
  }
}

for (const [device, options] of Object.entries(devices)) {
  test(`A conversation on a ${device} in Russian`, async ({ visit }) => {
    const { page } = await visit({ ...options, locale: 'ru-RU', timezoneId, baseURL: host.url, serviceWorkers: 'block' });
    await unfocused(page);
    await page.goto('/');
    await page.getByLabel('Почта или имя пользователя').fill(ada);
    await page.getByLabel('Пароль', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Войти', exact: true }).click();

    await page.getByRole('link', { name: /Atrium/u }).click();
    await expect(page.locator('img[alt="roof.jpg"]')).toBeVisible();
    await expect(composer(page)).toHaveCount(0);
    await photograph(page, `conversation-${device}-russian`);
  });
}
