import type { Page } from '@playwright/test';
import { openChat, timeline, write } from '../people/deeds';
import { pixel } from '../people/pictures';
import { expect, test } from '../people/test';

const picker = (page: Page) => page.locator('input[type=file]');

const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: pixel });

/** What a browser hands over when files are let go of above the conversation. */
async function drop(page: Page, name: string, text: string) {
  const data = await page.evaluateHandle(([file, words]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([words!], file!, { type: 'text/plain' }));
    return transfer;
  }, [name, text]);
  const conversation = page.getByRole('region', { name: 'Conversation' });
  await conversation.dispatchEvent('dragover', { dataTransfer: data });
  await expect(page.getByText('Drop files to attach them')).toBeVisible();
  await conversation.dispatchEvent('drop', { dataTransfer: data });
}

test('Several pictures with a caption are an album, and open one after the other', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.talkTo(bo.account);
  await openChat(ada.page, 'Bo');
  await openChat(bo.page, 'Ada');

  await picker(ada.page).setInputFiles([picture('one.png'), picture('two.png'), picture('three.png')]);
  await expect(ada.page.getByText('Ready')).toHaveCount(3);
  await write(ada.page, 'The roof, three times');

  const { page } = bo;
  await timeline(page).getByRole('button', { name: 'Open two.png' }).click();
  const viewer = page.getByRole('dialog', { name: 'two.png' });
  await expect(viewer.getByText('2 of 3')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'three.png' })).toBeVisible();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => page.getByRole('dialog').getByRole('img').evaluate(image => image.style.transform)).toContain('scale(1.5)');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeVisible();
});

test('A dropped file goes up, survives a reload and is sent', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.talkTo(bo.account);
  await openChat(ada.page, 'Bo');

  await drop(ada.page, 'plan.txt', 'Roof at six');
  await expect(ada.page.getByText('Ready')).toBeVisible();
  await ada.page.reload();
  await expect(ada.page.getByText('Ready')).toBeVisible();
  await ada.page.getByRole('button', { name: 'Send', exact: true }).click();

  await openChat(bo.page, 'Ada');
  await expect(timeline(bo.page).getByRole('button', { name: 'Download plan.txt' })).toBeVisible();
});

test('An upload that breaks off goes on when asked', async ({ join, enroll }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  await ada.account.talkTo(bo);
  await openChat(ada.page, 'Bo');
  const { page, visitor } = ada;
  visitor.watch.expect(/ERR_FAILED|404|503/u);

  await page.route('**/api/files/tus**', route => route.fulfill({ status: 400, json: { success: false, error: { code: 'REJECTED', message: 'No.' } } }));
  await picker(page).setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Roof at six') });
  visitor.watch.expect(/400/u);
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute('**/api/files/tus**');
  await page.getByRole('button', { name: 'Send plan.txt again' }).click();
  await expect(page.getByText('Ready')).toBeVisible();
});

test('What is too large is refused with words before it goes up', async ({ join, enroll }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  await ada.account.talkTo(bo);
  await openChat(ada.page, 'Bo');
  await ada.page.route('**/api/files/limits', route => route.fulfill({ json: { success: true, data: { maxFileSize: 1024, left: null } } }));
  const sent: string[] = [];
  ada.page.on('request', request => request.url().includes('/files/tus') && sent.push(request.url()));

  await picker(ada.page).setInputFiles({ name: 'large.bin', mimeType: 'text/plain', buffer: Buffer.alloc(2048) });

  await expect(ada.page.getByRole('alert')).toHaveText('Too large: a file has at most 1 KB here.');
  expect(sent).toEqual([]);
});
