import { readFile } from 'node:fs/promises';
import { bubble, openChat, timeline } from '../people/deeds';
import { pixel } from '../people/pictures';
import { expect, test } from '../people/test';

test('A picture is shown to both', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.talkTo(bo.account);
  await openChat(ada.page, 'Bo');

  await ada.page.locator('input[type=file]').setInputFiles({ name: 'light.png', mimeType: 'image/png', buffer: pixel });
  await expect(ada.page.getByText('Ready')).toBeVisible();
  await ada.page.getByRole('button', { name: 'Send', exact: true }).click();

  await openChat(bo.page, 'Ada');
  for (const { page } of [ada, bo]) {
    const picture = timeline(page).getByRole('img', { name: 'light.png' });
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  }
});

test('Any other file comes down as it went up', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.talkTo(bo.account);
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');

  await ada.page.locator('input[type=file]').setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Roof at six') });
  await expect(ada.page.getByText('Ready')).toBeVisible();
  await ada.page.getByRole('button', { name: 'Send', exact: true }).click();

  const started = bo.page.waitForEvent('download');
  await bubble(bo.page, 'plan.txt').getByRole('button', { name: 'Download plan.txt' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('plan.txt');
  expect(await readFile(await download.path(), 'utf8')).toBe('Roof at six');
});
