import type { Page } from '@playwright/test';

type Section = 'Profile' | 'Privacy' | 'Devices' | 'Password' | 'Two-step verification' | 'Passkeys' | 'Delete account';

export async function openSection(page: Page, section: Section) {
  await page.goto('/settings');
  await page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name: section }).click();
}
