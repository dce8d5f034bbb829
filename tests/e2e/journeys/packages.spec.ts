import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { owner } from '../host/serve';
import { password } from '../people/account';
import { switchPlugin } from '../people/admin';
import { signIn } from '../people/deeds';
import { expect, test } from '../people/test';

const zip = fileURLToPath(new URL('../../../artifacts/test-plugins/greeter/greeter-1.0.0.zip', import.meta.url));

const row = (page: Page) => page.getByRole('list', { name: 'Plugins of this server' }).getByRole('listitem', { name: 'Greeter' });

async function confirm(page: Page, action: string, secret: string) {
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
}

test('An operator uploads a plugin, sees what it wants, installs it, sees its jobs and uninstalls it', async ({ visit }) => {
  const { page, watch } = await visit();
  watch.expect(/status of 400 .*\/api\/operator\/plugins/u);
  await signIn(page, owner, '/admin/packages');
  await page.getByLabel('Upload a package').setInputFiles({ name: 'bad.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
  await expect(page.getByRole('alert')).toHaveText('The file is not a zip, or it is damaged.');

  await page.getByLabel('Upload a package').setInputFiles(zip);
  await expect(page.getByText('Greeter 1.0.0 is here and sound.')).toBeVisible();
  await row(page).getByRole('button', { name: 'Install' }).click();
  await expect(page.getByRole('dialog').getByText('Read chats and who is in them')).toBeVisible();
  await confirm(page, 'Install', 'not it');
  await expect(page.getByRole('dialog').getByText('That is not your password.')).toBeVisible();
  await confirm(page, 'Install', password);
  await expect(row(page).getByText('on nowhere')).toBeVisible();

  await page.getByRole('link', { name: 'Plugins', exact: true }).click();
  await switchPlugin(page, 'Greeter', true);
  await page.getByRole('link', { name: 'Jobs' }).click();
  const next = page.getByRole('region', { name: 'Next' });
  await expect(next.getByText('by the clock: @monthly (UTC)')).toBeVisible();
  await next.getByRole('listitem').filter({ hasText: 'start-over' }).getByRole('button', { name: 'Run now' }).click();

  await page.getByRole('link', { name: 'Packages' }).click();
  await row(page).getByRole('button', { name: 'Details of Greeter' }).click();
  await row(page).getByRole('button', { name: 'Uninstall' }).click();
  await confirm(page, 'Uninstall', password);
  await expect(row(page).getByText('not installed, its data is kept')).toBeVisible();
  await row(page).getByRole('button', { name: 'Delete its data' }).click();
  await page.getByLabel('Type greeter to confirm').fill('greeter');
  await confirm(page, 'Delete its data', password);
  // The package stays, and may be installed again.
  await expect(row(page).getByText('not installed', { exact: true })).toBeVisible();
});
