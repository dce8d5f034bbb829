import { expect, type Page } from '@playwright/test';

export const pluginSwitch = (page: Page, name: string) => page.getByRole('switch', { name, exact: true });

/** Moves a plugin's switch in the administration and waits until the page says that it holds. */
export async function switchPlugin(page: Page, name: string, on: boolean) {
  await pluginSwitch(page, name).click();
  await expect(page.getByRole('listitem', { name }).getByText(on ? 'Running' : 'Off', { exact: true })).toBeVisible();
  await expect(pluginSwitch(page, name)).toBeChecked({ checked: on });
}
