import type { Page } from '@playwright/test';
import { artifacts } from '../host/paths';
import { bubble, choose, composer, expectMessage, openChat, timeline, write } from '../people/deeds';
import { expect, phone, test } from '../people/test';

const pane = (page: Page) => page.getByRole('complementary', { name: 'Thread' });
const said = (page: Page, text: string) => pane(page).getByRole('listitem').filter({ hasText: text });

async function answer(page: Page, text: string) {
  await pane(page).getByRole('textbox', { name: 'Reply in this thread' }).fill(text);
  await pane(page).getByRole('button', { name: 'Send', exact: true }).click();
}

test('What is answered to a message is a thread: counted, live, with a place of its own', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', { ...phone, colorScheme: 'dark' })]);
  const chat = await ada.account.createGroup('Garden', bo.account);
  const root = await ada.account.say(chat, 'Who waters the tomatoes?');
  await openChat(ada.page, 'Garden');
  await openChat(bo.page, 'Garden');

  await choose(ada.page, 'Who waters the tomatoes?', 'Reply in thread');
  await expect(pane(ada.page)).toContainText('No replies yet');
  await answer(ada.page, 'I can on Monday');
  await expectMessage(bo.page, 'I can on Monday');
  const chip = bubble(bo.page, 'Who waters the tomatoes?').getByRole('link', { name: /1 reply/u });
  await chip.scrollIntoViewIfNeeded();
  await bo.page.screenshot({ path: `${artifacts}/screenshots/threads-phone-chip.png` });
  await chip.tap();
  await expect(bo.page).toHaveURL(new RegExp(`/chat/${chat.id}/thread/${root.seq}$`, 'u'));
  await answer(bo.page, 'And I on Tuesday');
  await expect(said(ada.page, 'And I on Tuesday')).toBeVisible();
  await expect(pane(ada.page)).toContainText('2 replies');
  await bo.page.screenshot({ path: `${artifacts}/screenshots/threads-phone.png` });
  await write(ada.page, 'Something else');
  await expect(said(bo.page, 'Something else')).toHaveCount(0);
  await ada.page.screenshot({ path: `${artifacts}/screenshots/threads-desktop.png` });
  await pane(bo.page).getByRole('button', { name: 'Back' }).tap();
  await expectMessage(bo.page, 'Something else');

  await choose(ada.page, 'Who waters the tomatoes?', 'Delete');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(pane(ada.page)).toContainText('The message this thread began with was deleted.');
  await answer(ada.page, 'Still, thank you');
  await expectMessage(bo.page, 'Still, thank you');
  await ada.page.reload();
  await expect(said(ada.page, 'I can on Monday')).toBeVisible();
  await pane(ada.page).getByRole('button', { name: 'Close' }).click();
  await expect(pane(ada.page)).toHaveCount(0);
  await expect(composer(ada.page)).toBeVisible();
});

test('A long thread is read by pages, with what is new in it', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.createGroup('Garden', bo.account);
  const root = await ada.account.say(chat, 'Count with me');
  const numbers = Array.from({ length: 60 }, (_, n) => n + 1);
  await Promise.all(numbers.map(n => ada.account.say(chat, `Number ${n}`, { replyToId: root.id })));
  await Promise.all(numbers.map(n => ada.account.say(chat, `Between ${n}`)));
  await openChat(bo.page, 'Garden');

  await bo.page.goto(`/chat/${chat.id}/thread/${root.seq}`);
  // Exactly: at three minutes past two "Number 6" and its time read "Number 602:03".
  await expect(pane(bo.page).getByText('Number 60', { exact: true })).toBeVisible();
  await pane(bo.page).getByRole('region', { name: 'Said in this thread' }).focus();
  await bo.page.keyboard.press('Home');
  await expect(said(bo.page, 'Count with me')).toBeVisible();
  await pane(bo.page).getByText('Number 2', { exact: true }).click({ button: 'right' });
  await bo.page.getByRole('menuitem', { name: 'Show in chat' }).click();

  await expect(timeline(bo.page).getByText('Number 2', { exact: true })).toBeInViewport();
  await expect(pane(bo.page)).toHaveCount(0);
});
