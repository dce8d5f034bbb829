import type { Page } from '@playwright/test';
import { artifacts } from '../host/paths';
import { bubble, chatRow, expectMessage } from '../people/deeds';
import { expect, phone, test } from '../people/test';

const pane = (page: Page) => page.getByRole('complementary', { name: 'Comments' });
const shot = (page: Page, name: string) => page.screenshot({ path: `${artifacts}/screenshots/comments-${name}.png` });

async function comment(page: Page, text: string) {
  await pane(page).getByRole('textbox', { name: 'Reply in this thread' }).fill(text);
  await pane(page).getByRole('button', { name: 'Send', exact: true }).click();
}

test('A channel gets a discussion; its posts are commented on there, and whoever reads it may come in', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', { ...phone, colorScheme: 'dark' })]);
  const channel = await ada.account.createChannel('Town news', bo.account);
  await chatRow(ada.page, 'Town news').click();
  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await ada.page.getByRole('button', { name: 'Discussion', exact: true }).click();
  await shot(ada.page, 'choose');
  await ada.page.getByRole('button', { name: 'Make a new group' }).click();
  await expect(ada.page.getByRole('button', { name: 'Unlink' })).toBeVisible();
  await shot(ada.page, 'linked');

  const post = await ada.account.say(channel, 'The roof opens on Friday');
  await chatRow(bo.page, 'Town news').tap();
  const chip = bubble(bo.page, 'The roof opens on Friday').getByRole('button', { name: 'Leave a comment' });
  await chip.tap();
  await expect(bo.page.getByRole('dialog')).toContainText('Town news: discussion');
  await shot(bo.page, 'join-phone');
  await bo.page.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).tap();
  await comment(bo.page, 'At last');
  await expect(pane(bo.page)).toContainText('1 comment');
  await expect(pane(bo.page)).toContainText('Forwarded from Town news');
  await shot(bo.page, 'phone');

  await bubble(ada.page, 'The roof opens on Friday').getByRole('button', { name: '1 comment' }).click();
  await expect(pane(ada.page).getByText('At last')).toBeVisible();
  await shot(ada.page, 'desktop');
  await comment(ada.page, 'Bring a chair');
  await expect(pane(bo.page)).toContainText('2 comments');
  await ada.account.edit(post, 'The roof opens on Saturday');
  await expect(pane(bo.page)).toContainText('The roof opens on Saturday');
  await pane(bo.page).getByRole('button', { name: 'Back' }).tap();
  await expect(bubble(bo.page, 'The roof opens on Saturday').getByRole('button', { name: '2 comments' })).toBeVisible();
  await shot(bo.page, 'channel-phone');

  await chatRow(ada.page, 'Town news: discussion').click();
  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await ada.page.getByRole('button', { name: 'Channel discussed here' }).click();
  await ada.page.getByRole('button', { name: 'Unlink' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
  await expect(bubble(bo.page, 'The roof opens on Saturday').getByRole('button', { name: '2 comments' })).toHaveCount(0);
  await expectMessage(ada.page, 'Bring a chair');
});
