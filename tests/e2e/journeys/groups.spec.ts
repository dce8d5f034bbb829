import { chatRow, expectMessage, findPerson, openChat, timeline, write } from '../people/deeds';
import { expect, test } from '../people/test';

test('A group is created, grows, and everybody in it hears everybody', async ({ join }) => {
  const [ada, bo, mira] = await Promise.all([join('Ada'), join('Bo'), join('Mira')]);

  await ada.page.getByRole('button', { name: 'New chat' }).click();
  await ada.page.getByRole('button', { name: 'New group' }).click();
  await ada.page.getByLabel('Group name').fill('Atrium');
  await findPerson(ada.page, bo.username);
  await ada.page.getByRole('button', { name: 'Create group' }).click();
  await write(ada.page, 'Welcome to the roof');
  await openChat(bo.page, 'Atrium');
  await expectMessage(bo.page, 'Welcome to the roof');

  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await ada.page.getByRole('button', { name: 'Add people' }).click();
  await findPerson(ada.page, mira.username);
  await ada.page.getByRole('button', { name: 'Add to group' }).click();
  await expect(ada.page.getByRole('list', { name: 'Members' }).getByText('Mira', { exact: true })).toBeVisible();

  await openChat(mira.page, 'Atrium');
  await expectMessage(mira.page, 'Welcome to the roof');
  await write(mira.page, 'Glad to be here');
  await expectMessage(ada.page, 'Glad to be here');
  await expectMessage(bo.page, 'Glad to be here');
  await expect(timeline(bo.page).getByText('Mira', { exact: true })).toBeVisible();
});

test('Whoever is removed from a group loses it at once and hears nothing more', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.createGroup('Atrium', bo.account);
  await ada.account.say(chat, 'Before');
  await openChat(bo.page, 'Atrium');
  await expectMessage(bo.page, 'Before');

  await openChat(ada.page, 'Atrium');
  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await ada.page.getByRole('button', { name: 'Manage Bo' }).click();
  await ada.page.getByRole('button', { name: 'Remove Bo' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();

  await expect(chatRow(bo.page, 'Atrium')).toHaveCount(0);
  await expect(bo.page.getByText('This chat is not here')).toBeVisible();
  await expect(ada.page.getByRole('list', { name: 'Members' }).getByText('Bo', { exact: true })).toHaveCount(0);
  await ada.account.say(chat, 'After');
  await bo.page.reload();
  await expect(bo.page.getByText('No chats yet')).toBeVisible();
  await expect(bo.page.getByText('After')).toHaveCount(0);
});

test('Whoever leaves a group is out of it on both sides', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.createGroup('Atrium', bo.account);
  await openChat(ada.page, 'Atrium');
  await openChat(bo.page, 'Atrium');

  await bo.page.getByRole('button', { name: 'Chat info' }).click();
  await bo.page.getByRole('button', { name: 'Leave group' }).click();
  await bo.page.getByRole('dialog').getByRole('button', { name: 'Leave group' }).click();

  await expect(chatRow(bo.page, 'Atrium')).toHaveCount(0);
  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await expect(ada.page.getByRole('complementary').getByText('Group, 1 member')).toBeVisible();
});
