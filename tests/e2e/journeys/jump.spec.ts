import type { Page } from '@playwright/test';
import { bubble, composer, expectMessage, openChat, timeline, write } from '../people/deeds';
import { expect, test } from '../people/test';

const line = (n: number) => `Line ${String(n).padStart(3, '0')}`;
const jumpTo = (page: Page, text: string) => bubble(page, text).getByRole('button', { name: 'Bo' }).first().click();
const latest = (page: Page) => page.getByRole('button', { name: /^Jump to latest/u });
const drawn = (page: Page) => timeline(page).locator('[data-seq]').evaluateAll(rows => rows.map(row => Number((row as HTMLElement).dataset.seq)));
const isWithoutHole = (seqs: number[]) => seqs.every((seq, i) => i === 0 || seq === seqs[i - 1]! + 1);

test('A quote leads to what it quotes, however far up, and from there the list goes both ways', async ({ enroll, join }) => {
  const [bo, ada] = await Promise.all([enroll('Bo'), join('Ada')]);
  const chat = await bo.talkTo(ada.account);
  const first = await bo.say(chat, line(1));
  const asked = [first];
  for (let n = 2; n <= 200; n++) asked.push(await bo.say(chat, line(n)));
  await ada.account.say(chat, 'Answered at last', { replyToId: asked[39]!.id });
  const { page } = ada;
  await openChat(page, 'Bo');
  await expectMessage(page, 'Answered at last');
  expect(Math.min(...(await drawn(page)))).toBeGreaterThan(100);
  await expect(page.getByRole('img', { name: /unread message/u })).toHaveCount(0);

  await jumpTo(page, 'Answered at last');
  await expect(bubble(page, line(40))).toBeInViewport();
  await expect(bubble(page, line(40))).toHaveAttribute('data-lit');
  expect(isWithoutHole(await drawn(page))).toBe(true);

  await bo.say(chat, 'Said meanwhile');
  await expect(latest(page)).toHaveAccessibleName('Jump to latest, 1 new message');
  await expect(bubble(page, line(40))).toBeInViewport();
  await expect.poll(async () => {
    await timeline(page).evaluate(element => element.scrollTo(0, element.scrollHeight));
    return bubble(page, 'Said meanwhile').count();
  }, { timeout: 20_000 }).toBe(1);
  const seqs = await drawn(page);
  expect(isWithoutHole(seqs)).toBe(true);
  expect(seqs.length).toBeLessThanOrEqual(240);

  await expect.poll(async () => {
    await timeline(page).evaluate(element => element.scrollTo(0, 0));
    return Math.min(...(await drawn(page)));
  }, { timeout: 20_000 }).toBe(1);
  expect((await drawn(page)).length).toBeLessThanOrEqual(240);
  await latest(page).click();

  await expect(bubble(page, 'Said meanwhile')).toBeInViewport();
  await expect(latest(page)).toHaveCount(0);
});

test('Whoever writes far up is brought back to the newest', async ({ enroll, join }) => {
  const [bo, ada] = await Promise.all([enroll('Bo'), join('Ada')]);
  const chat = await bo.talkTo(ada.account);
  const first = await bo.say(chat, line(1));
  for (let n = 2; n <= 130; n++) await bo.say(chat, line(n));
  await ada.account.say(chat, 'Answered at last', { replyToId: first.id });
  const { page } = ada;
  await openChat(page, 'Bo');
  await jumpTo(page, 'Answered at last');
  await expect(bubble(page, line(1))).toBeInViewport();

  await write(page, 'Back again');

  await expect(bubble(page, 'Back again')).toBeInViewport();
  await expect(composer(page)).toHaveValue('');
});

test('A quote of what was deleted says so instead of leading nowhere', async ({ enroll, join }) => {
  const [bo, ada] = await Promise.all([enroll('Bo'), join('Ada')]);
  const chat = await bo.talkTo(ada.account);
  const first = await bo.say(chat, line(1));
  for (let n = 2; n <= 80; n++) await bo.say(chat, line(n));
  await ada.account.say(chat, 'Answered at last', { replyToId: first.id });
  await bo.delete(first);
  await openChat(ada.page, 'Bo');

  await jumpTo(ada.page, 'Answered at last');

  await expect(ada.page.getByText('This message was deleted.')).toBeVisible();
  await expect(bubble(ada.page, 'Answered at last')).toContainText('Deleted message');
});
