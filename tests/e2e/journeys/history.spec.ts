import type { Page } from '@playwright/test';
import { bubble, chatRow, expectMessage, signIn, timeline } from '../people/deeds';
import { expect, test } from '../people/test';

const length = 300;
const firstShown = (page: Page) => timeline(page).locator('[data-seq]').first().getAttribute('data-seq').then(Number);
const top = async (page: Page, text: string) => Math.round((await bubble(page, text).boundingBox())!.y);

test('Scrolling up brings older messages without moving what is being read, down to the first', async ({ enroll, visit }) => {
  const [ada, bo] = await Promise.all([enroll('Ada'), enroll('Bo')]);
  const chat = await bo.talkTo(ada);
  for (let n = 1; n <= length; n++) await bo.say(chat, `Line ${String(n).padStart(3, '0')}`);
  // The service worker would keep requests out of the test's sight.
  const { page } = await visit({ serviceWorkers: 'block' });
  await signIn(page, ada.username);

  let release: (() => void) | null = null;
  const held = new Promise<void>(resolve => (release = resolve));
  await page.route('**/api/messages/chat/**', async route => {
    await held;
    await route.continue();
  });
  await chatRow(page, 'Bo').click();
  await expect(timeline(page).locator('[data-seq]').first()).toBeAttached();
  await timeline(page).evaluate(element => element.scrollTo(0, 0));

  const oldest = await firstShown(page);
  expect(oldest).toBeGreaterThan(1);
  const read = `Line ${String(oldest + 1).padStart(3, '0')}`;
  await expectMessage(page, read);
  const before = await top(page, read);
  release!();
  await expect.poll(() => firstShown(page)).toBeLessThan(oldest);
  expect(Math.abs((await top(page, read)) - before)).toBeLessThanOrEqual(1);

  await expect.poll(async () => {
    await timeline(page).evaluate(element => element.scrollTo(0, 0));
    return firstShown(page);
  }, { intervals: [50], timeout: 20_000 }).toBe(1);
  await expectMessage(page, 'Line 001');
  expect(await timeline(page).locator('[data-seq]').count()).toBeLessThan(length);
});
