import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** In the light everything is checked; in the dark only what the light can change. */
export async function expectAccessible(page: Page) {
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
