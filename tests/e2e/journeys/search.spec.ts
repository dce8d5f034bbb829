import type { Page } from '@playwright/test';
import { owner } from '../host/serve';
import { expectAccessible } from '../people/accessible';
import { type Account, enroll, enter, type Message, nameless } from '../people/account';
import { bubble, expectMessage, signInTo } from '../people/deeds';
import { expect, phone, test, usernameFor } from '../people/test';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search' });
const choices = (page: Page) => page.getByRole('option');
const hits = (page: Page) => choices(page).filter({ has: page.locator('time') });
const barField = (page: Page) => bar(page).getByRole('textbox', { name: 'Search in this chat' });
const bar = (page: Page) => page.getByRole('search', { name: 'Search in this chat' });

/** A plugin whose messages nobody finds but the page they are in; in a chat only one, if there is one. */
const onDevice = (inChat?: Message) => `export const activate = app => app.searchSource({
  id: 'device',
  async search({ words, chatId }) {
    const hit = { messageId: 'one', senderId: app.me.id, senderName: 'Gina', chatName: 'Secret', ranges: [{ start: 2, length: 7 }] };
    const text = 'A lantern that only this device can read';
    const inChat = ${JSON.stringify(inChat ?? null)};
    if (chatId) return inChat ? [{ ...hit, chatId, seq: inChat.seq, text: inChat.content, sentAt: inChat.createdAt }] : [];
    return words.every(word => text.toLowerCase().includes(word)) ? [{ ...hit, chatId: 'nowhere', seq: 1, text, sentAt: new Date().toISOString() }] : [];
  },
});`;

async function bringDevice(page: Page, inChat?: Message) {
  await page.route('**/api/plugins', async route => {
    // The page may have gone on meanwhile, and with it whoever asked.
    const answer = await route.fetch().then(response => response.json()).catch(() => null);
    if (!answer) return route.abort();
    answer.data.push({ id: 'device', name: 'Device', version: '1.0.0', web: { module: '/plugins/device/0/web/device.js' }, settings: {} });
    await route.fulfill({ json: answer });
  });
  await page.route('**/plugins/device/0/web/device.js', route => route.fulfill({ contentType: 'text/javascript', body: onDevice(inChat) }));
}

/** An organization of their own, in which the switch is theirs. */
async function harbour(url: string, name: string) {
  const slug = `${name}-${process.pid}`;
  await (await enter(url, owner)).createOrganization(slug, name);
  const [gina, hal] = [await enroll(url, usernameFor('Gina'), 'Gina', slug), await enroll(url, usernameFor('Hal'), 'Hal', slug)];
  await gina.change('/admin/plugins/search', { enabled: true });
  return { slug, gina, hal };
}

const indexed = (gina: Account) => expect.poll(async () => {
  const { chats, chatsDone } = await gina.ask<{ chats: number; chatsDone: number }>('/search/index');
  return chats === chatsDone;
}).toBe(true);

test('What was said is found from anywhere, and every search is an address', async ({ visit, baseURL }) => {
  const { slug, gina, hal } = await harbour(baseURL!, 'harbour');
  const pier = await gina.createGroup('Pier', hal);
  const first = await hal.say(pier, 'The old lantern is at the #boathouse');
  for (let n = 0; n < 60; n++) await hal.say(pier, `Knot ${n}`);
  await hal.say(pier, 'Two lanterns now');
  await hal.say(pier, 'Manual', { fileIds: [(await hal.upload(new File(['%PDF-1.4'], 'lantern-manual.pdf'))).id] });
  await indexed(gina);
  const { page } = await visit({ serviceWorkers: 'block', baseURL: nameless(baseURL!) });
  await bringDevice(page);
  await signInTo(page, slug, gina.username);

  await expect(page.getByRole('link', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('lan');
  await choices(page).filter({ hasText: /^lanterns$/u }).click();
  await expect(field(page)).toHaveValue('lanterns');
  await expect(field(page)).toBeFocused();
  await field(page).fill('lantern');
  await expect(hits(page)).toHaveCount(4);
  await expect(hits(page).first()).toContainText('only this device');
  await expect(hits(page).last().locator('mark')).toHaveText('lantern');
  await expectAccessible(page);

  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(bubble(page, 'The old lantern')).toBeInViewport();
  await expect(bubble(page, 'The old lantern')).toHaveAttribute('data-lit');
  await expect(page).toHaveURL(new RegExp(`/search/${pier.id}\\?q=lantern$`, 'u'));

  await page.getByRole('button', { name: 'Files', exact: true }).click();
  await expect(hits(page)).toHaveCount(1);
  await expect(hits(page)).toContainText('lantern-manual.pdf');
  await expect(hits(page).locator('mark')).toHaveText('lantern');
  await page.reload();
  await expect(field(page)).toHaveValue('lantern');
  await expect(hits(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Files', exact: true })).toHaveAttribute('aria-pressed', 'true');

  await field(page).fill('lan');
  await expect(choices(page).first()).toHaveText('lantern');
  await field(page).fill('lantern');
  await expect(hits(page)).toHaveCount(1);

  await field(page).fill('from:ha');
  await choices(page).filter({ hasText: 'Hal' }).click();
  await expect(page.getByRole('button', { name: 'Remove: From Hal' })).toBeVisible();
  await expect(hits(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(choices(page)).toContainText('lantern');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();

  await gina.say(pier, 'Back to the #boathouse');
  await indexed(gina);
  await page.goto(`/chat/${pier.id}`);
  await bubble(page, 'Back to the').getByRole('link', { name: '#boathouse' }).click();
  await expect(hits(page)).toHaveCount(2);
  await hits(page).last().click();
  await expect(page.locator(`[data-seq="${first.seq}"]`)).toBeInViewport();
});

test('In a chat one goes from match to match, and to a day', async ({ visit, baseURL }) => {
  const { slug, gina, hal } = await harbour(baseURL!, 'quay');
  const pier = await gina.createGroup('Pier', hal);
  await hal.say(pier, 'Tide at six');
  let wave: Message | undefined;
  for (let n = 0; n < 80; n++) {
    const said = await gina.say(pier, `Wave ${n}`);
    if (n === 40) wave = said;
  }
  await hal.say(pier, 'Tide at seven');
  await indexed(gina);
  const { page } = await visit({ serviceWorkers: 'block', baseURL: nameless(baseURL!), ...phone });
  await bringDevice(page, wave);
  await signInTo(page, slug, gina.username);
  await page.getByRole('navigation', { name: 'Chat list' }).getByRole('link').filter({ hasText: 'Pier' }).click();

  await page.getByRole('button', { name: 'Search in this chat' }).click();
  await barField(page).fill('tide');
  await expect(bar(page)).toContainText('1 of 3');
  await expectMessage(page, 'Tide at seven');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('2 of 3');
  await expect(page.locator(`[data-seq="${wave!.seq}"]`)).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('3 of 3');
  await expect(bubble(page, 'Tide at six')).toBeInViewport();
  for (let n = 0; n < 2; n++) await bar(page).getByRole('button', { name: 'Later match' }).click();
  await expect(bubble(page, 'Tide at seven')).toBeInViewport();
  await bar(page).getByLabel('Go to a day').fill('2020-01-01');
  await expect(bubble(page, 'Tide at six')).toBeInViewport();
  await bar(page).getByLabel('Go to a day').fill('2099-01-01');
  await expect(bar(page)).toContainText('Nothing was said since that day.');
  await barField(page).press('Escape');
  await expect(bar(page)).toHaveCount(0);

  await gina.change('/admin/plugins/search', { enabled: false });
  await expect(page.getByRole('button', { name: 'Search in this chat' })).toHaveCount(0);
  await page.goto('/search?q=tide');
  await expect(page.getByText('Search is not switched on here.')).toBeVisible();
});
