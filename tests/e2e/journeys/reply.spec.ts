import { bubble, composer, openChat, write } from '../people/deeds';
import { expect, phone, test } from '../people/test';

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

test('On a phone a tap on a message offers the reply', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', phone)]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'The key is in box 3');
  await openChat(bo.page, 'Ada');

  await bubble(bo.page, 'box 3').getByText('The key is in box 3').tap();
  await bo.page.getByRole('menuitem', { name: 'Reply' }).tap();
  await expect(bo.page.getByText('Reply to Ada')).toBeVisible();
  await bubble(bo.page, 'box 3').getByRole('button', { name: 'Message actions' }).tap();
  await expect(bo.page.getByRole('menuitem', { name: 'Reply' })).toBeVisible();
});

test('The right button and the menu of a message offer the reply by keyboard', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'The key is in box 3');
  await openChat(bo.page, 'Ada');

  await bubble(bo.page, 'box 3').getByText('The key is in box 3').click({ button: 'right' });
  await expect(bo.page.getByRole('menuitem', { name: 'Reply' })).toBeFocused();
  await bo.page.keyboard.press('Escape');
  await expect(bo.page.getByRole('menu')).toHaveCount(0);
  await expect(composer(bo.page)).toBeVisible();

  await bubble(bo.page, 'box 3').getByRole('button', { name: 'Message actions' }).press('Enter');
  await bo.page.keyboard.press('Enter');
  await expect(bo.page.getByText('Reply to Ada')).toBeVisible();
  await expect(composer(bo.page)).toBeFocused();
});
