import { type Page } from '@playwright/test';
import { owner } from '../host/serve';
import { enroll, enter, nameless } from '../people/account';
import { pluginSwitch, switchPlugin } from '../people/admin';
import { bubble, composer, expectDelivery, expectMessage, keptOnDevice, openChat, signIn, signInTo, write } from '../people/deeds';
import { expect, test, usernameFor } from '../people/test';

// They move the same switch.
test.describe.configure({ mode: 'serial' });

const panel = (page: Page) => page.getByRole('region', { name: 'Slow mode' });
const countdown = (page: Page) => page.getByText(/^Slow mode: you can write again in/u).locator('visible=true').last();
/** Is gone after a reload. */
const mark = (page: Page) => page.evaluate(() => { document.documentElement.dataset.marked = 'yes'; });
const isMarked = (page: Page) => page.evaluate(() => document.documentElement.dataset.marked === 'yes');

test.afterEach(async ({ baseURL }) => {
  const olga = await enter(baseURL!, owner);
  await olga.change('/admin/plugins/slow-mode', { enabled: false });
});

test('An admin switches slow mode on: the composer counts down, early sends are refused, and off again all is as before', async ({ join, visit }) => {
  const [ada, bo, admin] = await Promise.all([join('Ada'), join('Bo'), visit({ serviceWorkers: 'block' })]);
  const chat = await ada.account.createGroup('Atrium', bo.account);
  await Promise.all([openChat(ada.page, 'Atrium'), openChat(bo.page, 'Atrium'), signIn(admin.page, owner, '/admin/')]);
  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await Promise.all([ada.page, bo.page, admin.page].map(mark));
  await expect(panel(ada.page)).toHaveCount(0);

  await switchPlugin(admin.page, 'Slow mode', true);
  await panel(ada.page).getByLabel('One message per person every').selectOption({ label: '30\u00a0s' });
  await expect.poll(() => bo.account.ask<{ seconds: number }>(`/slow-mode/${chat.id}`)).toMatchObject({ seconds: 30 });

  await write(bo.page, 'The first one passes');
  await expectDelivery(bo.page, 'The first one passes', 'Sent');
  await expect(countdown(bo.page)).toBeVisible();
  await write(bo.page, 'This one is too early');
  await expect(bubble(bo.page, 'This one is too early')).toContainText('Not sent. Slow mode: this was too early.');
  await expect(bo.account.say(chat, 'And past the browser')).rejects.toThrow('REJECTED');
  await write(ada.page, 'Admins need not wait');
  await write(ada.page, 'and do not');
  await expectMessage(bo.page, 'and do not');
  await expect(bubble(ada.page, 'too early')).toHaveCount(0);

  await switchPlugin(admin.page, 'Slow mode', false);
  await expect(countdown(bo.page)).toHaveCount(0);
  await expect(panel(ada.page)).toHaveCount(0);
  await bubble(bo.page, 'This one is too early').getByRole('button', { name: 'Try again' }).click();
  await expectMessage(ada.page, 'This one is too early');
  await write(bo.page, 'Nobody waits any more');
  await expectMessage(ada.page, 'Nobody waits any more');
  await expect(bo.account.ask(`/slow-mode/${chat.id}`)).rejects.toThrow('PLUGIN_DISABLED');
  expect(await Promise.all([ada.page, bo.page, admin.page].map(isMarked))).toEqual([true, true, true]);
});

test('Another organization on the same server sees nothing of it', async ({ visit, baseURL }) => {
  const olga = await enter(baseURL!, owner);
  const slug = `globex-${process.pid}`;
  await olga.createOrganization(slug, 'Globex');
  const [gina, hal] = [await enroll(baseURL!, usernameFor('Gina'), 'Gina', slug), await enroll(baseURL!, usernameFor('Hal'), 'Hal', slug)];
  const chat = await gina.createGroup('Harbour', hal);
  const { page } = await visit({ serviceWorkers: 'block', baseURL: nameless(baseURL!) });
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  await signInTo(page, slug, gina.username);
  await openChat(page, 'Harbour');
  await page.getByRole('button', { name: 'Chat info' }).click();

  await olga.change('/admin/plugins/slow-mode', { enabled: true });
  for (const text of ['One', 'right', 'after', 'the other']) await write(page, text);
  await expectDelivery(page, 'the other', 'Sent');
  await page.reload();
  await expect(composer(page)).toBeVisible();

  await expect(panel(page)).toHaveCount(0);
  await expect(countdown(page)).toHaveCount(0);
  expect(asked.filter(path => path.startsWith('/plugins/'))).toEqual([]);
  expect(await gina.ask('/plugins')).toEqual([]);
  await expect(gina.change(`/slow-mode/${chat.id}`, { seconds: 30 })).rejects.toThrow('PLUGIN_DISABLED');
});

test('Whoever was offline when the switch moved finds it moved', async ({ join, baseURL }) => {
  const [olga, ada] = [await enter(baseURL!, owner), await join('Ada')];
  await olga.change('/admin/plugins/slow-mode', { enabled: true });
  await ada.account.createGroup('Atrium');
  await openChat(ada.page, 'Atrium');
  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await expect(panel(ada.page)).toBeVisible();

  // Slow mode's own question may be under way before it learns that it is off.
  ada.visitor.watch.expect(/404.*\/api\/slow-mode\//u);
  await ada.visitor.goOffline();
  await expect(ada.page.getByText('You are offline.')).toBeVisible();
  await olga.change('/admin/plugins/slow-mode', { enabled: false });
  await expect(panel(ada.page)).toBeVisible();
  await ada.visitor.goOnline();

  await expect(panel(ada.page)).toHaveCount(0);
});

test('A device keeps the files of a plugin that is on, starts without a line, and drops what is old and what goes off', async ({ enroll, visit, baseURL }) => {
  const [olga, ada] = [await enter(baseURL!, owner), await enroll('Ada')];
  await olga.change('/admin/plugins/slow-mode', { enabled: true });
  await ada.createGroup('Atrium');
  const visitor = await visit();
  const { page } = visitor;
  await signIn(page, ada.username);
  await keptOnDevice(page);
  // The page that installs the worker is not yet served by it.
  await page.reload();
  const kept = () => page.evaluate(async () =>
    (await (await caches.open('plugins')).keys()).map(({ url }) => new URL(url).pathname.split('/').at(-1)).sort());
  await expect.poll(kept).toEqual(['slow-mode.css', 'slow-mode.js']);
  await page.evaluate(async () => {
    const old = new Response('throw new Error("an old version")', { headers: { 'content-type': 'text/javascript' } });
    await (await caches.open('plugins')).put('/plugins/slow-mode/0123abcd/web/slow-mode.js', old);
  });

  await visitor.goOffline();
  await page.reload();
  await openChat(page, 'Atrium');
  await write(page, 'In a tunnel');
  await expectDelivery(page, 'In a tunnel', 'Sending');
  await visitor.goOnline();
  await expectDelivery(page, 'In a tunnel', 'Sent');
  await page.getByRole('button', { name: 'Chat info' }).click();
  await expect(panel(page)).toBeVisible();
  await expect.poll(kept).toEqual(['slow-mode.css', 'slow-mode.js']);

  await olga.change('/admin/plugins/slow-mode', { enabled: false });

  await expect.poll(kept).toEqual([]);
});

test('A refused switch goes back and says so', async ({ visit }) => {
  const { page, watch } = await visit({ serviceWorkers: 'block' });
  watch.expect(/503/u);
  await signIn(page, owner, '/admin/');
  await page.route('**/api/admin/plugins/slow-mode', route => route.fulfill({ status: 503, body: '' }));

  await pluginSwitch(page, 'Slow mode').click();

  await expect(page.getByRole('alert')).toContainText('The switch did not move.');
  await expect(pluginSwitch(page, 'Slow mode')).not.toBeChecked();
});
