import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bubble, openChat, signIn } from '../people/deeds';
import { owner } from '../host/serve';
import { expect, phone, test } from '../people/test';

/** In the light everything is checked; in the dark only what the light can change. */
async function expectAccessible(page: Page) {
  await expectNoViolations(page, axe => axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html[data-theme=dark]')).toBeAttached();
  await expectNoViolations(page, axe => axe.withRules('color-contrast'));
  await page.emulateMedia({ colorScheme: 'light' });
}

async function expectNoViolations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)));
  const { violations } = await choose(new AxeBuilder({ page })).analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(node => `${node.target} ${node.failureSummary}`)])).toEqual([]);
}

test('Nobody is shut out of signing in and up', async ({ visit }) => {
  const { page } = await visit();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Fill this in.')).toHaveCount(3);
  await expectAccessible(page);
});

test('Nobody is shut out of the conversation', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  const chat = await ada.account.createGroup('Atrium', bo);
  const asked = await bo.say(chat, 'Is the roof ours? https://example.org');
  await ada.account.say(chat, 'Until six.', { replyToId: asked.id });
  await bo.say(chat, 'Good');
  await ada.account.react(asked, '🎉');
  await openChat(ada.page, 'Atrium');
  await expect(ada.page.getByRole('group', { name: 'Reactions' })).toBeVisible();
  await expectAccessible(ada.page);

  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await expectAccessible(ada.page);
  await ada.page.getByRole('button', { name: 'Manage Bo' }).click();
  await expectAccessible(ada.page);
  await ada.page.getByRole('button', { name: 'Remove Bo' }).click();
  await expectAccessible(ada.page);
});

test('Nobody is shut out of what can be done with a message', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  const chat = await ada.account.talkTo(bo);
  await ada.account.say(chat, 'Until six.');
  await openChat(ada.page, 'Bo');

  await bubble(ada.page, 'Until six').getByText('Until six.').click({ button: 'right' });
  await expect(ada.page.getByRole('menuitem', { name: 'Reply' })).toBeFocused();
  await expectAccessible(ada.page);
  await ada.page.getByRole('menuitem', { name: 'Edit' }).click();
  await expectAccessible(ada.page);
});

test('Nobody is shut out of a new chat and the settings', async ({ enroll, join }) => {
  const [{ page }] = await Promise.all([join('Ada'), enroll('Bo')]);
  await expect(page.getByText('No chats yet')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New chat' }).click();
  await expect(page.getByRole('list', { name: 'People' }).getByRole('button').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New group' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expectAccessible(page);
});

test('Nobody is shut out of the administration', async ({ visit, join }) => {
  const [{ page }, member] = await Promise.all([visit(), join('Bo')]);
  await signIn(page, owner, '/admin/');
  await page.getByRole('button', { name: 'Details of Slow mode' }).click();
  await expect(page.getByText('Plugins are trusted code')).toBeVisible();
  await expectAccessible(page);

  await member.page.goto('/admin/');
  await expect(member.page.getByText('This page is for administrators')).toBeVisible();
  await expectAccessible(member.page);
});

test('Nobody with a phone is shut out', async ({ enroll, join }) => {
  const [ada, bo] = await Promise.all([join('Ada', phone), enroll('Bo')]);
  const chat = await bo.talkTo(ada.account);
  await bo.say(chat, 'Hello');
  await expect(ada.page.getByRole('img', { name: '1 unread message' })).toBeVisible();
  await expectAccessible(ada.page);

  await openChat(ada.page, 'Bo');
  await expectAccessible(ada.page);
});
