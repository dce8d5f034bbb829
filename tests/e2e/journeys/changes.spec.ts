import type { Page } from '@playwright/test';
import { bubble, chatRow, choose, composer, expectMessage, openChat, press, timeline } from '../people/deeds';
import { expect, phone, test } from '../people/test';

const chip = (page: Page, text: string, emoji: string) =>
  bubble(page, text).getByRole('group', { name: 'Reactions' }).getByRole('button', { name: emoji });

test('What was said is said differently, and both see it marked', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'Box 4');
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');
  await composer(ada.page).fill('half a thought');

  await choose(ada.page, 'Box 4', 'Edit');
  await expect(ada.page.getByText('Editing')).toBeVisible();
  await expect(composer(ada.page)).toHaveValue('Box 4');
  await expect(composer(ada.page)).toBeFocused();
  await composer(ada.page).fill('Box 3');
  await composer(ada.page).press('Enter');

  await expect(bubble(bo.page, 'Box 3')).toContainText('edited');
  await expect(bubble(ada.page, 'Box 3')).toContainText('edited');
  await expect(composer(ada.page)).toHaveValue('half a thought');
  await choose(bo.page, 'Box 3', 'Reply');
  await bubble(bo.page, 'Box 3').getByText('Box 3', { exact: true }).click({ button: 'right' });
  await expect(bo.page.getByRole('menuitem', { name: 'Edit', exact: true })).toHaveCount(0);
});

test('The arrow up edits what one said last, and Escape leaves it as it was', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'Frist');
  await bo.account.say(chat, 'Second');
  await openChat(ada.page, 'Bo');
  await expectMessage(ada.page, 'Second');

  await composer(ada.page).press('ArrowUp');
  await expect(composer(ada.page)).toHaveValue('Frist');
  await composer(ada.page).press('Escape');
  await expect(ada.page.getByText('Editing')).toHaveCount(0);
  await expect(composer(ada.page)).toHaveValue('');
  await composer(ada.page).press('ArrowUp');
  await composer(ada.page).fill('First');
  await ada.page.getByRole('button', { name: 'Save' }).click();

  await expectMessage(ada.page, 'First');
  await expect(timeline(ada.page).getByText('Frist')).toHaveCount(0);
});

test('A reaction shows for both, counts, marks one’s own and goes with a second click', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'Cake at four');
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');

  await bubble(bo.page, 'Cake').getByText('Cake at four').click({ button: 'right' });
  await bo.page.getByRole('menuitemcheckbox', { name: '🎉' }).click();
  await expect(chip(ada.page, 'Cake', '🎉 1')).toHaveAttribute('aria-pressed', 'false');
  await expect(chip(bo.page, 'Cake', '🎉 1')).toHaveAttribute('aria-pressed', 'true');
  await chip(ada.page, 'Cake', '🎉 1').click();
  await expect(chip(bo.page, 'Cake', '🎉 2')).toHaveAttribute('aria-pressed', 'true');
  await chip(ada.page, 'Cake', '🎉 2').click();
  await chip(bo.page, 'Cake', '🎉 1').click();

  await expect(bubble(ada.page, 'Cake').getByRole('group', { name: 'Reactions' })).toHaveCount(0);
  await expect(bubble(bo.page, 'Cake').getByRole('group', { name: 'Reactions' })).toHaveCount(0);
});

test('More emoji are a click away, and a fourth reaction is refused in plain words and undone', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'Cake at four');
  await openChat(bo.page, 'Ada');

  for (const emoji of ['🚀', '🔥', '☕', '🍕']) {
    await bubble(bo.page, 'Cake').getByText('Cake at four').click({ button: 'right' });
    await bo.page.getByRole('menuitem', { name: 'More emoji' }).click();
    await bo.page.getByRole('menuitemcheckbox', { name: emoji }).click();
    await expect(bo.page.getByRole('menu')).toHaveCount(0);
  }

  await expect(bo.page.getByText('A message takes up to three reactions')).toBeVisible();
  await expect(bubble(bo.page, 'Cake').getByRole('group', { name: 'Reactions' }).getByRole('button')).toHaveCount(3);
});

test('Deleted for everyone is gone for both, and an answer to it says so', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  const wrong = await ada.account.say(chat, 'The code is 1234');
  await bo.account.say(chat, 'Not here, please', { replyToId: wrong.id });
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');

  await choose(ada.page, 'The code is 1234', 'Delete');
  const dialog = ada.page.getByRole('dialog', { name: 'Delete this message?' });
  await expect(dialog.getByText('It disappears for you and Bo.')).toBeVisible();
  await ada.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(bubble(ada.page, 'The code is 1234').first()).toBeVisible();
  await choose(ada.page, 'The code is 1234', 'Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();

  for (const page of [ada.page, bo.page]) {
    await expect(page.getByText('The code is 1234')).toHaveCount(0);
    await expect(bubble(page, 'Not here, please')).toContainText('Deleted message');
  }
});

test('Deleted for me is gone for me alone, on all my devices', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'Seen enough of this');
  await ada.account.say(chat, 'Anything else?');
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');
  const second = await bo.visitor.context.newPage();
  await second.goto(bo.page.url());
  await expectMessage(second, 'Seen enough of this');

  await choose(bo.page, 'Seen enough of this', 'Delete');
  await expect(bo.page.getByText('It disappears from your devices.')).toBeVisible();
  await expect(bo.page.getByRole('radio')).toHaveCount(0);
  await bo.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();

  await expect(timeline(bo.page).getByText('Seen enough of this')).toHaveCount(0);
  await expect(timeline(second).getByText('Seen enough of this')).toHaveCount(0);
  await expectMessage(ada.page, 'Seen enough of this');
});

test('What is deleted above does not move what is being read', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.createGroup('Atrium', bo.account);
  for (let n = 1; n <= 45; n++) await bo.account.say(chat, `Line ${String(n).padStart(2, '0')}`);
  await openChat(ada.page, 'Atrium');
  await openChat(bo.page, 'Atrium');
  await expectMessage(ada.page, 'Line 45');
  await timeline(bo.page).evaluate(element => element.scrollTo(0, 600));
  const top = () => bubble(bo.page, 'Line 20').boundingBox().then(box => Math.round(box!.y));
  const before = await top();

  await timeline(ada.page).evaluate(element => element.scrollTo(0, 0));
  await choose(ada.page, 'Line 05', 'Delete');
  await ada.page.getByText('For everyone').click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(timeline(bo.page).getByText('Line 05')).toHaveCount(0);

  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
});

test('Without a line a change is not promised: nothing is lost and it is said', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'Box 4');
  await openChat(ada.page, 'Bo');
  await ada.visitor.goOffline();
  await expect(ada.page.getByText('You are offline.')).toBeVisible();

  await choose(ada.page, 'Box 4', 'Edit');
  await composer(ada.page).fill('Box 3');
  await composer(ada.page).press('Enter');
  await expect(ada.page.getByText('This needs a connection.')).toBeVisible();
  await expect(composer(ada.page)).toHaveValue('Box 3');
  await expectMessage(ada.page, 'Box 4');
  await ada.visitor.goOnline();
  await expect(ada.page.getByText(/^(?:You are offline|Connecting|The server does not answer)/u)).toHaveCount(0);
  await composer(ada.page).press('Enter');

  await expect(bubble(ada.page, 'Box 3')).toContainText('edited');
  await expect(chatRow(ada.page, 'Bo')).toContainText('Box 3');
});

test('On a phone a long press opens the menu with its emoji', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', phone)]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'Cake at four');
  await openChat(bo.page, 'Ada');

  await press(bo.page, bubble(bo.page, 'Cake').getByText('Cake at four'));
  await bo.page.getByRole('menuitemcheckbox', { name: '👍' }).tap();

  await expect(chip(bo.page, 'Cake', '👍 1')).toHaveAttribute('aria-pressed', 'true');
});
