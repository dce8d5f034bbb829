import { chatRow, expectDelivery, expectMessage, openChat, openNewChat, timeline, write } from '../people/deeds';
import { expect, test } from '../people/test';

test('What is unread is counted, marked off where it begins, and gone once seen', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([enroll('Ada'), join('Bo')]);
  const chat = await ada.talkTo(bo.account);
  for (const text of ['One', 'Two', 'Three']) await ada.say(chat, text);

  await expect(chatRow(bo.page, 'Ada').getByRole('img', { name: '3 unread messages' })).toBeVisible();
  await openChat(bo.page, 'Ada');

  await expect(timeline(bo.page).getByText('3 new messages')).toBeVisible();
  await expect(bo.page.getByRole('img', { name: /unread message/u })).toHaveCount(0);
});

test('One’s own message goes from sent to seen when the other opens the chat', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await openNewChat(ada.page, bo.username);
  await write(ada.page, 'Seen this?');
  await expectDelivery(ada.page, 'Seen this?', 'Sent');

  await openChat(bo.page, 'Ada');

  await expectDelivery(ada.page, 'Seen this?', 'Seen');
});

test('Read on one device is read on the other', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([enroll('Ada'), join('Bo')]);
  const chat = await ada.talkTo(bo.account);
  await ada.say(chat, 'Hello');
  const second = await bo.visitor.context.newPage();
  await second.goto('/');
  await expect(chatRow(second, 'Ada').getByRole('img', { name: '1 unread message' })).toBeVisible();

  await bo.page.bringToFront();
  await openChat(bo.page, 'Ada');

  await expect(second.getByRole('img', { name: /unread message/u })).toHaveCount(0);
});

test('Whoever answers has read: nothing above the answer is new any more', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([enroll('Ada'), join('Bo')]);
  const chat = await ada.talkTo(bo.account);
  for (let n = 1; n <= 40; n++) await ada.say(chat, `Line ${n}`);
  await openChat(bo.page, 'Ada');
  await expect(bo.page.getByText('40 new messages')).toBeVisible();

  await write(bo.page, 'All of it read');

  await expectMessage(bo.page, 'All of it read');
  await expect(bo.page.getByText('40 new messages')).toHaveCount(0);
  await expect(bo.page.getByRole('img', { name: /unread message/u })).toHaveCount(0);
});
