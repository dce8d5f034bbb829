import type { Page } from '@playwright/test';
import { chatRow, composer, expectMessage, openChat, write } from '../people/deeds';
import { expect, test } from '../people/test';

const head = (page: Page) => page.getByRole('region', { name: 'Conversation' }).locator('header');

test('Who types is seen in the head and in the list, until the message is there', async ({ join }) => {
  const [ada, mira] = await Promise.all([join('Ada'), join('Mira')]);
  await ada.account.createGroup('Atrium', mira.account);
  await openChat(ada.page, 'Atrium');
  await openChat(mira.page, 'Atrium');

  await composer(mira.page).pressSequentially('On my w');
  await expect(head(ada.page).getByText('Mira is typing…')).toBeVisible();
  await expect(chatRow(ada.page, 'Atrium')).toContainText('Mira is typing…');
  await expect(mira.page.getByText('is typing…')).toHaveCount(0);
  await write(mira.page, 'On my way');

  await expectMessage(ada.page, 'On my way');
  await expect(ada.page.getByText('is typing…')).toHaveCount(0);
});

test('Typing ends with an emptied field, and by itself where the typist is gone', async ({ join }) => {
  const [ada, mira] = await Promise.all([join('Ada'), join('Mira')]);
  await ada.account.talkTo(mira.account);
  await openChat(ada.page, 'Mira');
  await openChat(mira.page, 'Ada');
  const typing = head(ada.page).getByText('typing…');

  await composer(mira.page).pressSequentially('Hm');
  await expect(typing).toBeVisible();
  await composer(mira.page).fill('');
  await expect(typing).toHaveCount(0);
  await composer(mira.page).pressSequentially('Well');
  await expect(typing).toBeVisible();
  await mira.visitor.context.setOffline(true);
  mira.visitor.watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/u);

  await expect(typing).toHaveCount(0);
});

test('Who is here has a dot, who left has a time, and without a line nobody is claimed to be here', async ({ join }) => {
  const [ada, mira] = await Promise.all([join('Ada'), join('Mira')]);
  await ada.account.talkTo(mira.account);
  await openChat(ada.page, 'Mira');
  const about = head(ada.page);

  await expect(about.getByText('online', { exact: true })).toBeVisible();
  await expect(chatRow(ada.page, 'Mira').locator('[data-status=ONLINE]')).toBeVisible();
  await ada.visitor.goOffline();
  await expect(ada.page.locator('[data-status]')).toHaveCount(0);
  await expect(about.getByText(`@${mira.username}`)).toBeVisible();
  await ada.visitor.goOnline();
  await expect(about.getByText('online', { exact: true })).toBeVisible();
  await mira.page.close();

  await expect(about.getByText('last seen just now')).toBeVisible({ timeout: 30_000 });
  await expect(chatRow(ada.page, 'Mira').locator('[data-status]')).toHaveCount(0);
});

test('A chosen status is shown to others and outlives a reload', async ({ join }) => {
  const [ada, mira] = await Promise.all([join('Ada'), join('Mira')]);
  await ada.account.talkTo(mira.account);
  await openChat(ada.page, 'Mira');

  await mira.page.getByRole('link', { name: 'Settings' }).click();
  await mira.page.getByText('Busy', { exact: true }).click();
  await expect(head(ada.page).getByText('busy', { exact: true })).toBeVisible();
  await mira.page.reload();
  await expect(mira.page.getByRole('radio', { name: 'Busy' })).toBeChecked();

  await expect(chatRow(ada.page, 'Mira').locator('[data-status=DND]')).toBeVisible();
});
