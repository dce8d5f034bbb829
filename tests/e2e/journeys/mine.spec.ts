import type { Page } from '@playwright/test';
import { Account } from '../people/account';
import { bubble, chatRow, chooseFor, composer, expectDelivery, expectMessage, openChat, openNewChat, press, signIn, timeline, write } from '../people/deeds';
import { expect, phone, test } from '../people/test';

const rows = (page: Page) => page.getByRole('navigation', { name: 'Chat list' }).getByRole('link');

/** Enough to pass a first screen of talk. */
async function talk(bo: Account, mira: Account, ada: Account) {
  const direct = await bo.talkTo(ada);
  const atrium = await mira.createGroup('Atrium', ada);
  await bo.say(direct, 'Are you there?');
  await mira.say(atrium, 'Lunch at one');
  return { direct, atrium };
}

test('What is decided on one device holds on the others: pins, the archive, mutes, folders', async ({ join, visit, enroll }) => {
  const [ada, bo, mira] = await Promise.all([join('Ada'), enroll('Bo'), enroll('Mira')]);
  const { atrium } = await talk(bo, mira, ada.account);
  const handset = (await visit({ ...phone, serviceWorkers: 'block' })).page;
  await signIn(handset, ada.username);
  await expect(rows(handset).first()).toContainText('Atrium');

  await chooseFor(ada.page, 'Bo', 'Pin');
  await expect(rows(handset).first()).toContainText('Bo');
  await expect(rows(ada.page).first()).toContainText('Bo');

  await press(handset, chatRow(handset, 'Atrium'));
  await handset.getByRole('menuitem', { name: 'Archive' }).tap();
  await expect(chatRow(handset, 'Atrium')).toHaveCount(0);
  await expect(chatRow(ada.page, 'Atrium')).toHaveCount(0);
  await mira.say(atrium, 'And bring cake');
  await expect(chatRow(ada.page, 'Atrium')).toContainText('And bring cake');

  await chooseFor(ada.page, 'Atrium', 'Mute…');
  await ada.page.getByRole('button', { name: 'For ever' }).click();
  await expect(chatRow(handset, 'Atrium').getByRole('img', { name: 'Muted' })).toBeVisible();
  await expect(ada.page).toHaveTitle('(1) Stogram');
  await chooseFor(ada.page, 'Atrium', 'Archive');
  await mira.say(atrium, 'Nobody hears this');
  await handset.getByRole('link', { name: 'Archive' }).tap();
  await expect(chatRow(handset, 'Atrium')).toContainText('Nobody hears this');
  await handset.getByRole('button', { name: 'Back' }).tap();
  await expect(chatRow(handset, 'Atrium')).toHaveCount(0);

  await chooseFor(ada.page, 'Bo', 'Folders…');
  await ada.page.getByLabel('New folder').fill('Close friends');
  await ada.page.getByRole('button', { name: 'Create' }).click();
  await expect(ada.page.getByRole('checkbox', { name: 'Close friends' })).toBeChecked();
  await ada.page.keyboard.press('Escape');
  await handset.getByRole('tab', { name: 'Close friends' }).tap();
  await expect(rows(handset)).toHaveCount(1);
  await expect(rows(handset).first()).toContainText('Bo');
});

test('A chat marked as unread is so everywhere until it is opened', async ({ join, visit, enroll }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  const chat = await bo.talkTo(ada.account);
  await ada.account.read(chat, await bo.say(chat, 'Think about it'));
  const second = (await visit({ serviceWorkers: 'block' })).page;
  await signIn(second, ada.username);

  await chatRow(ada.page, 'Bo').focus();
  await ada.page.keyboard.press('Shift+F10');
  await ada.page.getByRole('menuitem', { name: 'Mark as unread' }).press('Enter');
  await expect(chatRow(second, 'Bo').getByRole('img', { name: 'Marked as unread' })).toBeVisible();
  await openChat(second, 'Bo');

  await expect(chatRow(ada.page, 'Bo').getByRole('img', { name: 'Marked as unread' })).toHaveCount(0);
});

test('A draft begun on one device goes on on the other, and is gone everywhere once it is sent', async ({ join, visit, enroll }) => {
  const [ada, bo, mira] = await Promise.all([join('Ada'), enroll('Bo'), enroll('Mira')]);
  const { direct } = await talk(bo, mira, ada.account);
  const handset = (await visit({ ...phone, serviceWorkers: 'block' })).page;
  await signIn(handset, ada.username);
  await openChat(ada.page, 'Bo');
  await composer(ada.page).fill('I am on my w');
  await expect(chatRow(handset, 'Bo')).toContainText('Draft: I am on my w');

  await chatRow(handset, 'Bo').tap();
  await expect(composer(handset)).toHaveValue('I am on my w');
  await write(handset, 'I am on my way');

  await expect(composer(ada.page)).toHaveValue('');
  await expectMessage(ada.page, 'I am on my way');
  await ada.visitor.goOffline();
  await composer(ada.page).fill('Written in the lift');
  await bo.say(direct, 'Which floor?');
  await ada.visitor.goOnline();
  await expect(composer(handset)).toHaveValue('Written in the lift');
});

test('A message is sent, then delivered, then seen, and its sender learns by whom', async ({ join, enroll, visit }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  await openNewChat(ada.page, bo.username);
  await write(ada.page, 'Did it arrive?');
  await expectDelivery(ada.page, 'Did it arrive?', 'Sent');

  const { page } = await visit({ serviceWorkers: 'block' });
  await signIn(page, bo.username);
  await expectDelivery(ada.page, 'Did it arrive?', 'Delivered');
  await openChat(page, 'Ada');
  await expectDelivery(ada.page, 'Did it arrive?', 'Seen');

  await bubble(ada.page, 'Did it arrive?').getByText('Did it arrive?').click({ button: 'right' });
  await ada.page.getByRole('menuitem', { name: 'Seen by' }).click();
  await expect(ada.page.getByRole('list', { name: 'Seen by' }).getByRole('listitem')).toContainText(['Bo']);
});

test('What one wants to keep goes into a chat with oneself, which stands first among the people', async ({ join }) => {
  const { page } = await join('Ada');
  await page.getByRole('button', { name: 'New chat' }).click();
  await page.getByRole('button', { name: 'Saved messages' }).click();

  await write(page, 'Buy milk');

  await expect(timeline(page).getByText('Buy milk')).toBeVisible();
  await expect(chatRow(page, 'Saved messages')).toContainText('Buy milk');
});
