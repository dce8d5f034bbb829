import type { Page } from '@playwright/test';
import { bubble, chatRow, composer, expectMessage, openChat, signIn, write } from '../people/deeds';
import { openSection } from '../people/settings';
import { expect, test } from '../people/test';

const head = (page: Page) => page.getByRole('region', { name: 'Conversation' }).locator('header');

test('Somebody is blocked: neither writes, both may again when it is undone', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.talkTo(bo.account);
  await Promise.all([openChat(ada.page, 'Bo'), openChat(bo.page, 'Ada')]);
  await expect(head(bo.page).getByText('online', { exact: true })).toBeVisible();

  await ada.page.getByRole('button', { name: 'Chat info' }).first().click();
  await ada.page.getByRole('button', { name: 'Block Bo' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();

  await expect(ada.page.getByText('You have blocked Bo.')).toBeVisible();
  await expect(composer(ada.page)).toHaveCount(0);
  await expect(chatRow(ada.page, 'Bo').locator('[data-status=ONLINE]')).toHaveCount(0);
  await expect(head(bo.page).getByText('last seen recently')).toBeVisible();
  await write(bo.page, 'Are you there?');
  await expect(bubble(bo.page, 'Are you there?').getByRole('alert')).toContainText('does not take messages from you');

  await openSection(ada.page, 'Privacy');
  await ada.page.getByRole('button', { name: 'Unblock Bo' }).click();
  await expect(ada.page.getByText('You have blocked nobody.')).toBeVisible();
  await expect(head(bo.page).getByText('online', { exact: true })).toBeVisible();
  await bubble(bo.page, 'Are you there?').getByRole('button', { name: 'Try again' }).click();
  await ada.page.goto('/');
  await openChat(ada.page, 'Bo');
  await expectMessage(ada.page, 'Are you there?');
});

test('What somebody decides holds at once, on their other device too', async ({ join, visit }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.talkTo(bo.account);
  await openChat(bo.page, 'Ada');
  await expect(head(bo.page).getByText('online', { exact: true })).toBeVisible();
  const phone = await visit({ serviceWorkers: 'block' });
  await signIn(phone.page, ada.username);
  await expect(phone.page.getByRole('heading', { name: 'Chats' })).toBeVisible();
  await openSection(phone.page, 'Privacy');

  await openSection(ada.page, 'Privacy');
  await ada.page.getByRole('group', { name: 'Who sees when you are here' }).getByText('Nobody').click();
  await ada.page.getByRole('group', { name: 'Who may add you to groups' }).getByText('Nobody').click();

  await expect(head(bo.page).getByText('last seen recently')).toBeVisible();
  await expect(phone.page.getByRole('group', { name: 'Who may add you to groups' }).getByLabel('Nobody')).toBeChecked();
  await bo.page.getByRole('button', { name: 'New chat' }).click();
  await bo.page.getByRole('button', { name: 'New group' }).click();
  await bo.page.getByLabel('Group name').fill('Roof');
  await bo.page.getByLabel('Search people').fill(ada.username);
  await bo.page.getByRole('list', { name: 'People' }).getByRole('button', { name: `@${ada.username}` }).click();
  bo.visitor.watch.expect(/status of 403/u);
  await bo.page.getByRole('button', { name: 'Create group' }).click();
  await expect(bo.page.getByRole('alert')).toContainText('You cannot add Ada');
});
