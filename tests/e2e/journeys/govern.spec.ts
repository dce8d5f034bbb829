import { owner } from '../host/serve';
import { bubble, chatRow, expectMessage, openChat, signIn, timeline, write } from '../people/deeds';
import { expect, test } from '../people/test';

test('A link lets people in by request, and an admin who was made one lets them in', async ({ join }) => {
  const [ada, bo, mira] = await Promise.all([join('Ada'), join('Bo'), join('Mira')]);
  const chat = await ada.account.createGroup('Atrium', bo.account);
  await ada.account.patch(`/chats/${chat.id}/members/${bo.account.id}`, { role: 'ADMIN', rights: ['POST', 'ADD_PEOPLE'], title: 'Doorkeeper' });

  await openChat(bo.page, 'Atrium');
  await bo.page.getByRole('button', { name: 'Chat info' }).click();
  await expect(bo.page.getByText('Doorkeeper')).toBeVisible();
  await expect(bo.page.getByRole('button', { name: 'Permissions' })).toHaveCount(0);
  await bo.page.getByRole('button', { name: 'Invite links' }).click();
  await bo.page.getByRole('button', { name: 'New link' }).click();
  await bo.page.getByLabel('Name of the link').fill('For the roof');
  await bo.page.getByRole('switch', { name: 'Who comes by it asks first' }).click();
  await bo.page.getByRole('button', { name: 'Make the link' }).click();
  const url = await bo.page.getByLabel('The new link').inputValue();
  await bo.page.getByRole('button', { name: 'Back', exact: true }).last().click();

  await mira.page.goto(`/join/${url.split('/').at(-1)}`);
  await expect(mira.page.getByRole('heading', { name: 'Atrium' })).toBeVisible();
  await mira.page.getByRole('button', { name: 'Ask to join' }).click();
  await expect(mira.page.getByText('You asked to join')).toBeVisible();

  await bo.page.getByRole('button', { name: /Requests to join/u }).click();
  await bo.page.getByRole('button', { name: 'Let Mira in', exact: true }).click();
  await mira.page.getByRole('button', { name: 'Open the chat' }).click();
  await write(mira.page, 'Thank you');
  await expectMessage(ada.page, 'Thank you').catch(() => openChat(ada.page, 'Atrium'));
  await expectMessage(ada.page, 'Thank you');
  await expect(timeline(ada.page).getByText('Bo added Mira')).toBeVisible();
});

test('What the owner changes holds at once for whoever looks on', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.createGroup('Atrium', bo.account);
  await openChat(ada.page, 'Atrium');
  await openChat(bo.page, 'Atrium');

  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await ada.page.getByRole('button', { name: 'Edit', exact: true }).click();
  await ada.page.getByLabel('Name', { exact: true }).fill('Hall');
  await ada.page.getByRole('button', { name: 'Save' }).click();
  await expect(bo.page.getByRole('heading', { name: 'Hall' })).toBeVisible();
  await expect(timeline(bo.page).getByText('Ada changed the name to “Hall”')).toBeVisible();

  await ada.page.getByRole('button', { name: 'Permissions' }).click();
  await ada.page.getByRole('switch', { name: 'Send messages' }).click();
  await expect(bo.page.getByText('You can only read here.')).toBeVisible();
  await ada.page.getByRole('switch', { name: 'Send messages' }).click();
  await expect(bo.page.getByText('You can only read here.')).toHaveCount(0);
  await write(bo.page, 'I can speak again');

  await ada.page.getByRole('button', { name: 'Back', exact: true }).last().click();
  await ada.page.getByRole('button', { name: 'Delete chat' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete chat' }).click();
  await expect(chatRow(bo.page, 'Hall')).toHaveCount(0);
});

test('A listed channel is found and joined by whoever likes', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const name = `News ${ada.username}`;
  const channel = await ada.account.do<{ id: string }>('/chats', { type: 'CHANNEL', name, memberIds: [] });
  await ada.account.patch(`/chats/${channel.id}`, { isListed: true });

  await bo.page.getByRole('button', { name: 'New chat' }).click();
  await bo.page.getByRole('button', { name: 'Find groups and channels' }).click();
  await bo.page.getByLabel('Search by name').fill(name);
  await bo.page.getByRole('button', { name: `Join ${name}` }).click();

  await expect(bo.page.getByText('Only admins write in this channel.')).toBeVisible();
  await ada.account.say(channel, 'Extra, extra');
  await expectMessage(bo.page, 'Extra, extra');
});

test('What is reported is decided by an administrator who sees no more of the chat', async ({ join, visit }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.createGroup('Atrium', bo.account);
  await bo.account.say(chat, 'Buy gold now');
  await openChat(ada.page, 'Atrium');

  await bubble(ada.page, 'Buy gold now').click({ button: 'right' });
  await ada.page.getByRole('menuitem', { name: 'Report' }).click();
  await ada.page.getByLabel('In your words').fill(`About ${bo.username}`);
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Report' }).click();
  await expect(ada.page.getByText('Reported. The administrators will look at it.')).toBeVisible();

  const office = await visit();
  await signIn(office.page, owner, '/admin/reports');
  const row = office.page.getByRole('list', { name: 'Reports, the oldest first' }).locator('> li').filter({ hasText: `About ${bo.username}` });
  await expect(row.getByText('Buy gold now')).toBeVisible();
  await row.getByRole('button', { name: 'Hide the message' }).click();
  await office.page.getByRole('dialog').getByRole('button', { name: 'Hide the message' }).click();
  await expect(row).toHaveCount(0);
  await expect(ada.page.getByRole('region', { name: 'Messages' }).getByText('Buy gold now')).toHaveCount(0);
});
