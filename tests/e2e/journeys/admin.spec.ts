import { signIn } from '../people/deeds';
import { owner } from '../host/serve';
import { expect, phone, test } from '../people/test';

for (const [where, options] of [['a desktop', {}], ['a phone', phone]] as const) {
  test(`The owner signs in to the administration on ${where} and sees what is installed`, async ({ visit }) => {
    const { page } = await visit(options);
    await signIn(page, owner, '/admin/');

    await expect(page.getByRole('heading', { name: 'Plugins' })).toBeVisible();
    await expect(page.getByRole('listitem', { name: 'Slow mode' })).toBeVisible();
    await page.getByRole('button', { name: 'Details of Slow mode' }).click();
    await expect(page.getByText('Plugins are trusted code')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}

test('A member is told plainly that the administration is not for them', async ({ join }) => {
  const { page } = await join('Bo');
  await page.goto('/admin/');

  await expect(page.getByText('This page is for administrators')).toBeVisible();
  await expect(page.getByText('You are signed in as Bo, who is not one.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to chats' }).click();
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0);
});
