import type { Page } from '@playwright/test';
import { chatRow, composer, expectMessage } from '../people/deeds';
import { password } from '../people/account';
import { expect, test } from '../people/test';

test('Signing in, opening a chat and writing all work by keyboard alone', async ({ join, visit }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const chat = await ada.account.talkTo(bo.account);
  await ada.account.say(chat, 'Hands on the keys?');
  const { page } = await visit();
  await page.goto('/');
  await expect(page.getByLabel('E-mail or username')).toBeFocused();

  await page.keyboard.type(bo.username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(chatRow(page, 'Ada')).toBeVisible();
  await tabTo(page, () => chatRow(page, 'Ada').evaluate(row => row === document.activeElement));
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('All ten fingers');
  await page.keyboard.press('Enter');

  await openByKeyboard(ada.page);
  await expectMessage(ada.page, 'All ten fingers');
});

test('A new chat is found, chosen and left again by keyboard alone', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  const { page } = ada;
  await expect(page.getByText('No chats yet')).toBeVisible();
  await tabTo(page, () => page.getByRole('button', { name: 'New chat' }).evaluate(button => button === document.activeElement));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Search people')).toBeFocused();

  await page.keyboard.type(bo.username);
  await expect(page.getByRole('list', { name: 'People' }).getByRole('button')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await expect(composer(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(composer(page)).toHaveCount(0);
});

async function openByKeyboard(page: Page) {
  await tabTo(page, () => chatRow(page, 'Bo').evaluate(row => row === document.activeElement));
  await page.keyboard.press('Enter');
}

async function tabTo(page: Page, isThere: () => Promise<boolean>) {
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if (await isThere()) return;
  }
  throw new Error('Twenty presses of Tab do not lead there.');
}
