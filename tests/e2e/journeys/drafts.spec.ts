import type { Page } from '@playwright/test';
import { bubble, chatRow, composer, openChat } from '../people/deeds';
import { expect, test } from '../people/test';

test('What was being written is still there after a reload, with what it answers, chat by chat', async ({ join, enroll }) => {
  const [ada, bo, mira] = await Promise.all([join('Ada'), enroll('Bo'), enroll('Mira')]);
  const { page } = ada;
  const chat = await bo.talkTo(ada.account);
  await bo.say(chat, 'Where is the key?');
  await mira.talkTo(ada.account);
  await openChat(page, 'Bo');
  await bubble(page, 'Where is').getByText('Where is the key?').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Reply' }).click();
  await composer(page).fill('In box');
  await openChat(page, 'Mira');
  await composer(page).fill('Hello Mi');
  await expect(chatRow(page, 'Bo')).toContainText('Draft: In box');
  await expect.poll(() => keptDrafts(page)).toHaveLength(2);

  await page.reload();

  await expect(composer(page)).toHaveValue('Hello Mi');
  await openChat(page, 'Bo');
  await expect(composer(page)).toHaveValue('In box');
  await expect(page.getByText('Reply to Bo')).toBeVisible();
});

test('Drafts go with the account that wrote them', async ({ join, enroll }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  const { page } = ada;
  await bo.talkTo(ada.account);
  await openChat(page, 'Bo');
  await composer(page).fill('Not for other eyes');

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();

  expect(await keptDrafts(page)).toEqual([]);
});

const keptDrafts = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('stogram');
    await new Promise(done => (open.onsuccess = done));
    const drafts = open.result.transaction('drafts').objectStore('drafts').getAll();
    await new Promise(done => (drafts.onsuccess = done));
    open.result.close();
    return drafts.result as unknown[];
  });
