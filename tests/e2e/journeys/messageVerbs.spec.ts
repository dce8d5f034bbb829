import { bubble, choose, composer, expectMessage, openChat, timeline } from '../people/deeds';
import { artifacts } from '../host/paths';
import { expect, phone, test } from '../people/test';

test('Several messages are chosen and forwarded, in their order and with who said them', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await bo.account.say(chat, 'First half');
  await bo.account.say(chat, 'Second half');
  await ada.account.createGroup('Garden', bo.account);
  await openChat(bo.page, 'Garden');
  await openChat(ada.page, 'Bo');

  await choose(ada.page, 'Second half', 'Select');
  await ada.page.getByRole('button', { name: 'Select message: First half' }).click();
  await expect(ada.page.getByText('2 selected')).toBeVisible();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/verbs-choose.png` });
  await ada.page.getByRole('button', { name: 'Forward' }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'Forward 2 messages' });
  await dialog.getByRole('button', { name: 'Garden' }).click();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/verbs-forward.png` });
  await dialog.getByRole('button', { name: 'Forward', exact: true }).click();

  await expect(ada.page.getByText('Forwarded to Garden.')).toBeVisible();
  await expect(bubble(bo.page, 'First half')).toContainText('Forwarded from Bo');
  await expect(timeline(bo.page).getByRole('listitem').filter({ hasText: 'half' })).toContainText(['First half', 'Second half']);
  await expect(ada.page.getByText('2 selected')).toHaveCount(0);
});

test('Pinned messages stand above the conversation for both and lead to themselves', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', phone)]);
  const chat = await ada.account.talkTo(bo.account);
  const code = await ada.account.say(chat, 'The door code is 4711');
  for (let n = 1; n <= 60; n++) await bo.account.say(chat, `Line ${n}`);
  await ada.account.pin(chat, code);
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');

  await choose(ada.page, 'Line 60', 'Pin');
  await expect(bo.page.getByText('Pinned message 2 of 2')).toBeVisible();
  const bar = ada.page.getByRole('group', { name: 'Pinned message' });
  await bar.getByRole('button', { name: /^Pinned message 2 of 2/u }).click();
  await bar.getByRole('button', { name: /^Pinned message 1 of 2/u }).click();
  await expect(bubble(ada.page, 'The door code is 4711')).toBeInViewport();
  await bar.getByRole('button', { name: 'All pinned messages' }).click();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/verbs-pins.png` });
  await bo.page.screenshot({ path: `${artifacts}/screenshots/verbs-pins-phone.png` });
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Unpin' }).first().click();

  await expect(bo.page.getByText('Pinned message 2 of 2')).toHaveCount(0);
  await expect(bo.page.getByRole('group', { name: 'Pinned message' })).toContainText('The door code is 4711');
});

test('A scheduled message waits for me alone, can be said differently, and goes when I say so', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.talkTo(bo.account);
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');

  await composer(ada.page).fill('Happy birthday');
  await ada.page.getByRole('button', { name: 'More ways to send' }).click();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/verbs-send-menu.png` });
  await ada.page.getByRole('menuitem', { name: 'Schedule…' }).click();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/verbs-schedule.png` });
  await ada.page.getByRole('button', { name: 'Tomorrow at 9:00' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Schedule…' }).click();
  await expect(composer(ada.page)).toHaveValue('');
  await ada.page.getByRole('button', { name: '1 scheduled message' }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'Scheduled messages' });
  await ada.page.screenshot({ path: `${artifacts}/screenshots/verbs-scheduled.png` });
  await dialog.getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabel('Text').fill('Happy birthday, Bo');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(timeline(bo.page).getByText('Happy')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Send now' }).click();

  await expectMessage(bo.page, 'Happy birthday, Bo');
  await expect(dialog.getByText('Nothing is waiting here.')).toBeVisible();
});

test('What is to disappear does so on time, even without a line', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await openChat(bo.page, 'Ada');
  await openChat(ada.page, 'Bo');
  await ada.account.say(chat, 'Gone in a moment', { expiresIn: 6 });
  await expectMessage(bo.page, 'Gone in a moment');
  await expect(bubble(bo.page, 'Gone in a moment').getByText(/Disappears in/u)).toBeAttached();
  await bo.visitor.goOffline();

  await expect(timeline(bo.page).getByText('Gone in a moment')).toHaveCount(0, { timeout: 15_000 });
  await expect(timeline(ada.page).getByText('Gone in a moment')).toHaveCount(0, { timeout: 15_000 });
  await ada.page.getByRole('button', { name: 'Chat info' }).first().click();
  await ada.page.getByLabel('Messages disappear after').selectOption('1 hour');
  await expect(ada.page.getByLabel('Messages disappear after')).toHaveValue('3600');
  await ada.page.screenshot({ path: `${artifacts}/screenshots/verbs-timer.png` });
  await composer(ada.page).fill('For an hour');
  await ada.page.getByRole('button', { name: 'More ways to send' }).click();
  await ada.page.getByRole('menuitem', { name: 'Send without sound' }).click();
  await expect(bubble(ada.page, 'For an hour').getByText(/Disappears in (?:1 h|60 min)/u)).toBeAttached();
  await expect(bubble(ada.page, 'For an hour').getByLabel('Sent without sound')).toBeVisible();
});

test('One sees what a message said before, who reacted, and answers a part of it', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  const said = await ada.account.say(chat, 'Roof at five');
  await ada.account.edit(said, 'Roof at six or seven');
  await bo.account.react(said, '🎉');
  await openChat(bo.page, 'Ada');

  await choose(bo.page, 'Roof at six or seven', 'Edit history');
  await expect(bo.page.getByRole('dialog', { name: 'Edit history' }).getByText('Roof at five')).toBeVisible();
  await bo.page.screenshot({ path: `${artifacts}/screenshots/verbs-edits.png` });
  await bo.page.keyboard.press('Escape');
  await choose(bo.page, 'Roof at six or seven', 'Who reacted');
  await expect(bo.page.getByRole('dialog', { name: 'Reactions' }).getByRole('listitem')).toContainText(['Bo']);
  await bo.page.screenshot({ path: `${artifacts}/screenshots/verbs-reactors.png` });
  await bo.page.keyboard.press('Escape');
  await choose(bo.page, 'Roof at six or seven', 'Quote a part…');
  await bo.page.getByRole('textbox', { name: 'Which part?' }).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 11));
  await bo.page.screenshot({ path: `${artifacts}/screenshots/verbs-quote.png` });
  await bo.page.getByRole('button', { name: 'Answer this part' }).click();
  await composer(bo.page).fill('Six it is');
  await composer(bo.page).press('Enter');

  await expect(bubble(bo.page, 'Six it is')).toContainText('“at six”');
});
