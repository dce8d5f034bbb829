import type { Page } from '@playwright/test';
import { owner } from '../host/serve';
import { type Account, type Chat, enroll, enter, nameless } from '../people/account';
import { bubble, chatRow, choose, composer, expectMessage, openChat, press, signInTo, write } from '../people/deeds';
import { install } from '../people/packages';
import { expect, phone, test, usernameFor } from '../people/test';

// They move the same switch, in an organization of their own: what is painted is on every page.
test.describe.configure({ mode: 'serial' });

const slug = `atelier-${process.pid}`;
let remove: () => Promise<unknown>;
let gina: Account;
let hal: Account;
let harbour: Chat;
const flip = (enabled: boolean) => gina.change('/admin/plugins/painter', { enabled });

test.beforeAll(async () => {
  const url = process.env.STOGRAM_E2E_URL!;
  remove = await install(url, 'painter');
  await (await enter(url, owner)).createOrganization(slug, 'Atelier');
  [gina, hal] = [await enroll(url, usernameFor('Gina'), 'Gina', slug), await enroll(url, usernameFor('Hal'), 'Hal', slug)];
  harbour = await gina.createGroup('Harbour', hal);
  await gina.say(harbour, 'A message of thirty letters or so');
});
test.afterAll(() => remove());

const painted = [
  'Over a chat', 'Open the canvas', 'Painted with water', 'Below the head', 'Painted for a OWNER', '33 letters', 'Above the field',
];
const all = (page: Page) => painted.map(words => page.getByText(words, { exact: true }));

test('What a plugin puts into every slot comes and goes by its switch while people look', async ({ visit, baseURL }) => {
  const { page } = await visit({ serviceWorkers: 'block', baseURL: nameless(baseURL!) });
  await signInTo(page, slug, gina.username);
  await openChat(page, 'Harbour');
  await page.getByRole('button', { name: 'Chat info' }).click();
  await expect(bubble(page, 'thirty letters')).toBeVisible();

  await flip(true);
  for (const place of all(page)) await expect(place).toBeVisible();
  await expect(page.getByRole('button', { name: '\u25c7' })).toHaveCount(2);
  await choose(page, 'A message of thirty letters or so', 'Count its letters');
  await expect(page.getByRole('region', { name: 'Canvas' }).getByText('At counted/33')).toBeVisible();
  await page.getByRole('button', { name: 'Further' }).click();
  await expect(page).toHaveURL(/\/app\/painter\/further\?paint=oil$/u);
  await page.reload();
  await expect(page.getByText('At further, asked for paint=oil')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('At counted/33')).toBeVisible();
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Paint', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Paint' }).getByText('Your paint is water')).toBeVisible();

  await flip(false);
  await expect(page.getByRole('region', { name: 'Paint' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Paint', exact: true })).toHaveCount(0);
  await page.goto('/app/painter/further');
  await expect(page.getByText('Nothing here now')).toBeVisible();
  for (const place of all(page)) await expect(place).toHaveCount(0);
});

test('On a phone a plugin\'s page fills the screen, and its entry is in the menu of a long press', async ({ visit, baseURL }) => {
  await flip(true);
  const { page } = await visit({ ...phone, serviceWorkers: 'block', baseURL: nameless(baseURL!) });
  await signInTo(page, slug, hal.username);
  await page.getByRole('button', { name: 'Open the canvas' }).click();
  await expect(page.getByText('At first')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.getByRole('button', { name: 'Back' }).click();

  await openChat(page, 'Harbour');
  await press(page, bubble(page, 'thirty letters').getByText('A message of thirty letters or so'));
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Count its letters' })).toBeInViewport();
  await page.getByRole('menuitem', { name: 'Count its letters' }).click();
  await expect(page.getByText('At counted/33')).toBeVisible();
});

test('In the administration it draws its settings in place of the form, and they hold', async ({ visit, baseURL }) => {
  await flip(true);
  const { page } = await visit({ serviceWorkers: 'block', baseURL: nameless(baseURL!) });
  await signInTo(page, slug, gina.username);
  await page.goto('/admin/');
  await page.getByRole('button', { name: 'Details of Painter' }).click();
  const settings = page.getByRole('region', { name: 'Settings' });
  await expect(settings.getByText('Now water')).toBeVisible();
  await expect(settings.getByRole('button', { name: 'Save' })).toHaveCount(0);

  await settings.getByRole('button', { name: 'Paint with oil' }).click();

  await expect(settings.getByText('Now oil')).toBeVisible();
  expect(await hal.ask('/plugins')).toMatchObject([{ id: 'painter', settings: { paint: 'oil' } }]);
  await flip(false);
  await expect(settings.getByText('Now oil')).toHaveCount(0);
  await expect(settings.getByRole('button', { name: 'Save' })).toBeVisible();
});

test('What a plugin changes on its way out is stored so and read as it was written, until it is off', async ({ visit, baseURL }) => {
  const stored = async () => (await hal.ask<{ content: string }[]>(`/messages/chat/${harbour.id}`)).map(message => message.content);
  await flip(true);
  const { page, watch } = await visit({ serviceWorkers: 'block', baseURL: nameless(baseURL!) });
  watch.expect(/Plugin painter failed in (?:outgoing|incoming)/u);
  await signInTo(page, slug, gina.username);
  await openChat(page, 'Harbour');

  await write(page, '~The sea is calm');
  await expectMessage(page, 'The sea is calm');
  await expect(chatRow(page, 'Harbour')).toContainText('You: The sea is calm');
  expect(await stored()).toContain('\u2240mlac si aes ehT');
  await choose(page, 'The sea is calm', 'Edit');
  await expect(composer(page)).toHaveValue('The sea is calm');
  await composer(page).fill('~The sea is rough');
  await page.getByRole('button', { name: 'Save' }).click();
  await expectMessage(page, 'The sea is rough');
  expect(await stored()).toContain('\u2240hguor si aes ehT');

  await write(page, '~spill');
  const spilt = bubble(page, '~spill');
  await expect(spilt.getByRole('alert')).toHaveText('Not sent. Painter could not prepare it for sending.');
  expect(await stored()).not.toContain('~spill');
  await hal.say(harbour, '\u2240');
  await expect(bubble(page, '\u2240')).toContainText('Painter could not read this message. It is shown as it came.');

  await flip(false);
  await expectMessage(page, '\u2240hguor si aes ehT');
  await expect(page.getByText('could not read')).toHaveCount(0);
  await spilt.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(stored).toContain('~spill');
});
