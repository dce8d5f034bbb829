import { expectAccessible } from '../people/accessible';
import { bubble, openChat, signIn } from '../people/deeds';
import { owner } from '../host/serve';
import { expect, phone, test } from '../people/test';

test('Nobody is shut out of signing in and up', async ({ visit }) => {
  const { page } = await visit();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Fill this in.')).toHaveCount(3);
  await expectAccessible(page);
});

test('Nobody is shut out of the conversation', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  const chat = await ada.account.createGroup('Atrium', bo);
  const asked = await bo.say(chat, 'Is the roof ours? https://example.org');
  await ada.account.say(chat, 'Until six.', { replyToId: asked.id });
  await bo.say(chat, 'Good');
  await ada.account.react(asked, '🎉');
  await openChat(ada.page, 'Atrium');
  await expect(ada.page.getByRole('group', { name: 'Reactions' })).toBeVisible();
  await expectAccessible(ada.page);

  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await expectAccessible(ada.page);
  await ada.page.getByRole('button', { name: 'Manage Bo' }).click();
  await expectAccessible(ada.page);
  await ada.page.getByRole('button', { name: 'Remove Bo' }).click();
  await expectAccessible(ada.page);
});

test('Nobody is shut out of what can be done with a message', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  const chat = await ada.account.talkTo(bo);
  await ada.account.say(chat, 'Until six.');
  await openChat(ada.page, 'Bo');

  await bubble(ada.page, 'Until six').getByText('Until six.').click({ button: 'right' });
  await expect(ada.page.getByRole('menuitem', { name: 'Reply' })).toBeFocused();
  await expectAccessible(ada.page);
  await ada.page.getByRole('menuitem', { name: 'Edit' }).click();
  await expectAccessible(ada.page);
});

test('Nobody is shut out of a new chat and the settings', async ({ enroll, join }) => {
  const [{ page }] = await Promise.all([join('Ada'), enroll('Bo')]);
  await expect(page.getByText('No chats yet')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New chat' }).click();
  await expect(page.getByRole('list', { name: 'People' }).getByRole('button').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New group' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expectAccessible(page);
});

test('Nobody is shut out of the administration', async ({ visit, join }) => {
  const [{ page }, member] = await Promise.all([visit(), join('Bo')]);
  await signIn(page, owner, '/admin/');
  await page.getByRole('button', { name: 'Details of Slow mode' }).click();
  await expect(page.getByText('Plugins are trusted code')).toBeVisible();
  await expectAccessible(page);

  await member.page.goto('/admin/');
  await expect(member.page.getByText('This page is for administrators')).toBeVisible();
  await expectAccessible(member.page);
});

test('Nobody with a phone is shut out', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([join('Ada', phone), enroll('Bo')]);
  const chat = await bo.talkTo(ada.account);
  await bo.say(chat, 'Hello');
  await expect(ada.page.getByRole('img', { name: '1 unread message' })).toBeVisible();
  await expectAccessible(ada.page);

  await openChat(ada.page, 'Bo');
  await expectAccessible(ada.page);
});
