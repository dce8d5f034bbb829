import { chatRow, composer, expectMessage, openChat, openNewChat, write } from '../people/deeds';
import { expect, phone, test } from '../people/test';

test('On a phone one pane shows at a time, and back leads from the conversation to the list', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada', phone), join('Bo', phone)]);

  await openNewChat(ada.page, bo.username);
  await expect(ada.page.getByRole('heading', { name: 'Chats' })).toBeHidden();
  await write(ada.page, 'On my way');
  await chatRow(bo.page, 'Ada').tap();
  await expectMessage(bo.page, 'On my way');
  await write(bo.page, 'The door is open');
  await expectMessage(ada.page, 'The door is open');

  await ada.page.getByRole('button', { name: 'Back' }).tap();
  await expect(chatRow(ada.page, 'Bo')).toBeVisible();
  await expect(composer(ada.page)).toBeHidden();
  await openChat(ada.page, 'Bo');
  await ada.page.getByRole('button', { name: 'Chat info' }).tap();
  await expect(ada.page.getByRole('complementary', { name: 'Chat info' })).toBeVisible();
  await ada.page.goBack();
  await expect(composer(ada.page)).toBeVisible();
  await ada.page.goBack();
  await expect(chatRow(ada.page, 'Bo')).toBeVisible();
});

test('On a phone a message that was written offline goes out on the way back', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada', phone), join('Bo', phone)]);
  const chat = await ada.account.talkTo(bo.account);
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');

  await ada.visitor.goOffline();
  await write(ada.page, 'Lift, no signal');
  await bo.account.say(chat, 'Second floor, left');
  await ada.visitor.goOnline();

  await expectMessage(bo.page, 'Lift, no signal');
  await expectMessage(ada.page, 'Second floor, left');
});

test('Nothing on a phone is wider than its screen', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([join('Ada', phone), enroll('Bo')]);
  const chat = await bo.talkTo(ada.account);
  await bo.say(chat, `Look: https://example.org/${'a-very-long-address-'.repeat(12)}`);

  await openChat(ada.page, 'Bo');
  await expectMessage(ada.page, 'a-very-long-address-');

  const overflow = await ada.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});
