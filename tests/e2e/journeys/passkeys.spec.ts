import { password } from '../people/account';
import { VirtualAuthenticator } from '../people/passkeys';
import { openSection } from '../people/settings';
import { expect, test } from '../people/test';

test('A passkey is added and named, signs in without a password, and removed it does not', async ({ join }) => {
  const ada = await join('Ada');
  const { page } = ada;
  ada.visitor.watch.expect(/status of 401/u);
  const device = await VirtualAuthenticator.of(page);
  const passkeys = page.getByRole('list', { name: 'Passkeys' }).getByRole('listitem');

  await openSection(page, 'Passkeys');
  await expect(page.getByText('You have no passkey yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('Pocket phone');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(passkeys).toContainText('Pocket phone');
  await expect(passkeys).toContainText('Not used yet');
  expect(await device.passkeys()).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }]);

  await page.getByRole('button', { name: 'Rename Pocket phone' }).click();
  await page.getByLabel('Name of the passkey').fill('Blue phone');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(passkeys).toContainText('Blue phone');

  await signOut();
  await device.unlocks(false);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('alert')).toHaveText('It was cancelled or took too long. Try again.');
  await device.unlocks(true);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();

  await openSection(page, 'Passkeys');
  await expect(passkeys).not.toContainText('Not used yet');
  await page.getByRole('button', { name: 'Remove Blue phone' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await passkeys.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('You have no passkey yet.')).toBeVisible();

  await signOut();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('alert')).toHaveText('That passkey does not sign in here. It may have been removed.');

  async function signOut() {
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  }
});

test('Where passkeys cannot work it is said why', async ({ visit, baseURL }) => {
  const { page } = await visit({ baseURL: baseURL!.replace('localhost', '127.0.0.1') });
  for (const door of ['/?organization=main', '/admin/?organization=main']) {
    await page.goto(door);
    await expect(page.getByText('Passkeys need a name in the address bar, not an IP address.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toHaveCount(0);
  }
});
