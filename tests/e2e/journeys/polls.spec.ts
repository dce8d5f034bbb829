import type { Page } from '@playwright/test';
import { owner } from '../host/serve';
import { enter } from '../people/account';
import { openChat, timeline } from '../people/deeds';
import { install } from '../people/packages';
import { expect, phone, test } from '../people/test';

let remove: () => Promise<unknown>;
test.beforeAll(async () => {
  const url = process.env.STOGRAM_E2E_URL!;
  remove = await install(url, 'polls');
  await (await enter(url, owner)).change('/admin/plugins/polls', { enabled: true });
});
test.afterAll(() => remove());

const answer = (page: Page, words: string) => timeline(page).getByRole('button', { name: words });

test('A poll is asked from the field, answered live on a desktop and a phone, and closed', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', phone)]);
  await ada.account.createGroup('Lunch', bo.account);
  await Promise.all([openChat(ada.page, 'Lunch'), openChat(bo.page, 'Lunch')]);

  await ada.page.getByRole('button', { name: 'New poll' }).click();
  const form = ada.page.getByRole('form', { name: 'New poll' });
  await form.getByLabel('Question').fill('Where to?');
  await form.getByLabel('Answers, one a line').fill('Park');
  await form.getByRole('button', { name: 'Ask' }).click();
  await expect(form.getByRole('alert')).toHaveText('It takes 2 to 10 different answers of at most 100 characters.');
  await form.getByLabel('Answers, one a line').fill('Park\nLake');
  await form.getByRole('button', { name: 'Ask' }).click();
  await expect(form).toHaveCount(0);

  await answer(bo.page, 'Lake').click();
  await expect(answer(ada.page, 'Lake')).toContainText('100 %');
  await expect(answer(ada.page, 'Lake')).toHaveAttribute('aria-pressed', 'false');
  await answer(ada.page, 'Park').click();
  await expect(answer(bo.page, 'Park')).toContainText('50 %');
  await answer(ada.page, 'Lake').click();
  await expect(answer(bo.page, 'Park')).toContainText('0 %');
  await expect(timeline(bo.page).getByText('2 votes')).toBeVisible();

  await bo.page.reload();
  await expect(answer(bo.page, 'Lake')).toHaveAttribute('aria-pressed', 'true');
  await expect(bo.page.getByRole('button', { name: 'Close the poll' })).toBeHidden();
  await ada.page.getByRole('button', { name: 'Close the poll' }).click();
  await expect(timeline(bo.page).getByText('Closed, 2 votes')).toBeVisible();
  await expect(answer(bo.page, 'Park')).toBeDisabled();
});
