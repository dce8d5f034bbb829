import { owner } from '../host/serve';
import { type Account, type Chat, enter } from '../people/account';
import { openChat, signIn } from '../people/deeds';
import { install } from '../people/packages';
import { expect, phone, test } from '../people/test';

// They share the plugin, and its settings.
test.describe.configure({ mode: 'serial' });

const hall = `Hall ${process.pid}`;
let remove: () => Promise<unknown>;
let olga: Account;
let chat: Chat;
test.beforeAll(async () => {
  const url = process.env.STOGRAM_E2E_URL!;
  remove = await install(url, 'probe');
  olga = await enter(url, owner);
  chat = await olga.createGroup(hall);
});
test.afterAll(() => remove());

for (const [where, options] of [['a desktop', {}], ['a phone', phone]] as const) {
  test(`An administrator fills in a plugin's settings on ${where}: what is wrong is said by its field, what is right holds`, async ({ visit }) => {
    const { page, watch } = await visit(options);
    watch.expect(/status of 400 .*\/api\/admin\/plugins\/probe\/settings/u);
    await signIn(page, owner, '/admin/');
    const open = () => page.getByRole('button', { name: 'Details of Probe' }).click();
    await open();
    const form = page.getByRole('region', { name: 'Settings' });
    const field = (name: string) => form.getByLabel(name, { exact: true });

    await field('Seconds').fill('99999');
    await field('Token').fill('short');
    await field('Its page').fill('nowhere');
    await field('Words').fill('one\nanother word that is too long');
    await form.getByRole('button', { name: 'Save' }).click();
    for (const words of ['At most 3600.', 'Use at least 10 characters.', 'Write an address that begins with https:// or http://.', 'Use at most 12 characters.']) {
      await expect(form.getByText(words)).toBeVisible();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

    await field('Seconds').fill('30');
    await field('Token').fill('a secret of ours');
    await field('Its page').fill('https://example.org/probe');
    await field('Words').fill('one\ntwo');
    await field('Tone').selectOption('warm');
    await form.getByRole('switch', { name: 'Is loud' }).click();
    await field('Pause').fill('2');
    await field('Unit: Pause').selectOption('H');
    await form.getByRole('button', { name: 'Greeter Not set' }).click();
    await page.getByRole('dialog', { name: 'Greeter' }).getByLabel('Search people').fill('olga');
    await page.getByRole('dialog', { name: 'Greeter' }).getByRole('button', { name: 'Olga Owner' }).click();
    await form.getByRole('button', { name: 'Hall Not set' }).click();
    await page.getByRole('dialog', { name: 'Hall' }).getByRole('button', { name: hall }).click();
    await form.getByText('weekends').click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('Saved.')).toBeVisible();

    await page.reload();
    await open();
    await expect(field('Seconds')).toHaveValue('30');
    await expect(field('Token')).toHaveValue('');
    await expect(form.getByText('It is set and never shown again.')).toBeVisible();
    await expect(field('Words')).toHaveValue('one\ntwo');
    await expect(field('Tone')).toHaveValue('warm');
    await expect(form.getByRole('switch', { name: 'Is loud' })).toBeChecked();
    await expect(field('Pause')).toHaveValue('2');
    await expect(form.getByRole('button', { name: 'Greeter Olga Owner' })).toBeVisible();
    await expect(form.getByRole('button', { name: `Hall ${hall}` })).toBeVisible();
    for (const name of ['Clear: Greeter', 'Clear: Hall']) await form.getByRole('button', { name }).click();
    await expect(form.getByRole('checkbox', { name: 'weekends' })).toBeChecked();
    await form.getByRole('button', { name: 'Remove it' }).click();
    await form.getByRole('switch', { name: 'Is loud' }).click();
    await form.getByText('weekends').click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('Saved.')).toBeVisible();
  });
}

for (const [where, options] of [['a desktop', {}], ['a phone', phone]] as const) {
  test(`An admin of a chat sets something for it alone on ${where}, and what is the organization's is followed`, async ({ visit }) => {
    await olga.change('/admin/plugins/probe', { enabled: true });
    await olga.change('/admin/plugins/probe/settings', { greeting: 'welcome' });
    const settings = `/chats/${chat.id}/plugins/probe/settings`;
    await olga.change(settings, {});
    const { page, watch } = await visit({ serviceWorkers: 'block', ...options });
    watch.expect(/status of 400 .*\/plugins\/probe\/settings/u);
    await signIn(page, owner);
    await openChat(page, hall);
    await page.getByRole('button', { name: 'Chat info' }).click();
    await page.getByRole('region', { name: 'Plugins in this chat' }).getByRole('button', { name: 'Probe' }).click();
    const sheet = page.getByRole('dialog', { name: 'Probe' });
    const greeting = sheet.getByLabel('Greeting', { exact: true });
    await expect(greeting).toHaveValue('welcome');

    await greeting.fill('x'.repeat(41));
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByText('Use at most 40 characters.')).toBeVisible();
    await greeting.fill('ahoy');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByText('Saved.')).toBeVisible();
    expect(await olga.ask(settings)).toMatchObject({ values: { greeting: 'ahoy' } });

    await greeting.fill('welcome');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByText('Saved.')).toBeVisible();
    expect(await olga.ask(settings)).toMatchObject({ values: {} });
    await page.keyboard.press('Escape');
    await olga.change('/admin/plugins/probe', { enabled: false });
    await expect(page.getByRole('region', { name: 'Plugins in this chat' })).toHaveCount(0);
  });
}
