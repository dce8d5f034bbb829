import { bubble, openChat, write } from '../people/deeds';
import { expect, test } from '../people/test';

test('A reply quotes what it answers, for both', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'The key is in box 3');
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');

  await bubble(bo.page, 'box 3').hover();
  await bubble(bo.page, 'box 3').getByRole('button', { name: 'Reply' }).click();
  await expect(bo.page.getByText('Reply to Ada')).toBeVisible();
  await write(bo.page, 'Found it');

  await expect(bubble(ada.page, 'Found it')).toContainText('The key is in box 3');
  await expect(bubble(bo.page, 'Found it')).toContainText('The key is in box 3');
  await expect(bo.page.getByText('Reply to Ada')).toHaveCount(0);
});
