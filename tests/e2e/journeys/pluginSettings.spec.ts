import { owner } from '../host/serve';
import { enter } from '../people/account';
import { signIn } from '../people/deeds';
import { install } from '../people/packages';
import { expect, phone, test } from '../people/test';

// They share the plugin, and its settings.
test.describe.configure({ mode: 'serial' });

const hall = `Hall ${process.pid}`;
let remove: () => Promise<unknown>;
test.beforeAll(async () => {
  const url = process.env.STOGRAM_E2E_URL!;
  remove = await install(url, 'probe');
  await (await enter(url, owner)).createGroup(hall);
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
