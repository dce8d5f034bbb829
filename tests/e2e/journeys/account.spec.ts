import { password } from '../people/account';
import { composer, openChat, signIn } from '../people/deeds';
import { sunset } from '../people/pictures';
import { openSection } from '../people/settings';
import { expect, test } from '../people/test';
import { totp } from '../people/totp';

test('Two-step verification is set up, asked for at sign-in, and a recovery code gets in without the phone', async ({ join, visit }) => {
  const ada = await join('Ada');
  await openSection(ada.page, 'Two-step verification');
  await ada.page.getByRole('button', { name: 'Set up' }).click();
  await ada.page.getByLabel('Password', { exact: true }).fill(password);
  await ada.page.getByRole('button', { name: 'Continue' }).click();
  await expect(ada.page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  const secret = await ada.page.getByRole('code').innerText();
  await ada.page.getByLabel('Then enter the code that it shows').fill(totp(secret));
  await ada.page.getByRole('button', { name: 'Turn on' }).click();
  const codes = ada.page.getByRole('list', { name: 'Keep these recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recovery = await codes.first().innerText();
  await ada.page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(ada.page.getByText('Two-step verification is on.')).toBeVisible();

  const { page, watch } = await visit({ serviceWorkers: 'block' });
  watch.expect(/status of 40[01] .*\/api\/auth\/login/u);
  await signIn(page, ada.username);
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toHaveText('That code is not right, or was used already.');
  await page.getByLabel('Code').fill(totp(secret, 1));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();

  const other = await visit({ serviceWorkers: 'block' });
  other.watch.expect(/status of 40[01] .*\/api\/auth\/login/u);
  await signIn(other.page, ada.username);
  await other.page.getByLabel('Code').fill(recovery);
  await other.page.getByRole('button', { name: 'Continue' }).click();
  await expect(other.page.getByRole('heading', { name: 'Chats' })).toBeVisible();
});

test('Signing out one device leaves the others signed in', async ({ join, visit }) => {
  const ada = await join('Ada');
  const phone = await visit({ serviceWorkers: 'block' });
  phone.watch.expect(/status of 401/u);
  await signIn(phone.page, ada.username);
  await expect(phone.page.getByRole('heading', { name: 'Chats' })).toBeVisible();

  await openSection(ada.page, 'Devices');
  const others = ada.page.getByRole('list', { name: 'Other devices' }).getByRole('listitem');
  // Fixtures sign up by the API, which is a device too.
  await expect(others).toHaveCount(2);
  await others.filter({ hasText: 'Chrome' }).getByRole('button').click();

  await expect(phone.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(others).toHaveCount(1);
  await ada.page.getByRole('button', { name: 'Sign out all other devices' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(ada.page.getByText('You are signed in nowhere else.')).toBeVisible();
});

test('A new password signs out the other devices and is the one that counts', async ({ join, visit }) => {
  const ada = await join('Ada');
  const other = await visit({ serviceWorkers: 'block' });
  other.watch.expect(/status of 401/u);
  await signIn(other.page, ada.username);
  await openSection(ada.page, 'Password');
  ada.visitor.watch.expect(/status of 400 .*\/api\/auth\/password\/change/u);

  await ada.page.getByLabel('Current password').fill('not mine');
  await ada.page.getByLabel('New password').fill('copper fjord lantern');
  await expect(ada.page.getByRole('status', { name: 'Strength of the password' })).toHaveText('Strong');
  await ada.page.getByRole('button', { name: 'Change password' }).click();
  await expect(ada.page.getByText('That is not your password.')).toBeVisible();
  await ada.page.getByLabel('Current password').fill(password);
  await ada.page.getByRole('button', { name: 'Change password' }).click();

  await expect(ada.page.getByText('Your password is changed.')).toBeVisible();
  await expect(other.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await other.page.getByLabel('E-mail or username').fill(ada.username);
  await other.page.getByLabel('Password', { exact: true }).fill('copper fjord lantern');
  await other.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other.page.getByRole('heading', { name: 'Chats' })).toBeVisible();
});

test('A new name and picture reach whoever chats with the person', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.say(await ada.account.talkTo(bo.account), 'Hello');
  await openChat(bo.page, 'Ada');
  await openSection(ada.page, 'Profile');

  await ada.page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await ada.page.getByLabel('About you').fill('Counts on engines.');
  await ada.page.getByRole('button', { name: 'Save' }).click();
  await expect(ada.page.getByText('Saved.')).toBeVisible();
  const photo = Buffer.from(await (await sunset(ada.page)).arrayBuffer());
  await ada.page.getByLabel('Picture', { exact: true }).setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: photo });
  await expect(ada.page.getByRole('button', { name: 'Remove picture' })).toBeVisible();

  await expect(bo.page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
  await expect(bo.page.locator('header img[src^="blob:"]')).toBeVisible();
  await ada.page.getByRole('button', { name: 'Remove picture' }).click();
  await expect(bo.page.locator('header img[src^="blob:"]')).toHaveCount(0);
});

test('Who deletes their account is out, and what they wrote stays under no name', async ({ join, visit }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.say(await ada.account.talkTo(bo.account), 'Farewell');
  ada.visitor.watch.expect(/status of 40[01]/u);
  await openSection(ada.page, 'Delete account');

  await ada.page.getByLabel('Password', { exact: true }).fill('a guess');
  await ada.page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(ada.page.getByText('That is not your password.')).toBeVisible();
  await ada.page.getByLabel('Password', { exact: true }).fill(password);
  await ada.page.getByRole('button', { name: 'Delete my account' }).click();

  await expect(ada.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await bo.page.getByRole('link').filter({ hasText: 'Farewell' }).click();
  await expect(composer(bo.page)).toBeVisible();
  await expect(bo.page.getByText(ada.username)).toHaveCount(0);
  const { page, watch } = await visit();
  watch.expect(/status of 401 .*\/api\/auth\/login/u);
  await page.goto('/');
  await page.getByLabel('E-mail or username').fill(ada.username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('That login and password do not belong together.');
});
