import { AxeBuilder } from '@axe-core/playwright';
import { bubble, composer, expectMessage, openChat, write } from '../people/deeds';
import { artifacts } from '../host/paths';
import { expect, phone, test } from '../people/test';

const site = process.env.STOGRAM_E2E_SITE!;

test('A link shows its page to both, before it is sent and after, until its sender takes that away', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', phone)]);
  await ada.account.talkTo(bo.account);
  await Promise.all([openChat(ada.page, 'Bo'), openChat(bo.page, 'Ada')]);

  await composer(ada.page).fill(`Tonight at six: ${site}/roof`);
  await expect(ada.page.getByText('The roof above the harbour')).toBeVisible();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/preview-writing.png` });
  await ada.page.getByRole('button', { name: 'Send', exact: true }).click();

  for (const { page } of [ada, bo]) {
    const card = bubble(page, 'Tonight at six').getByRole('link', { name: /The roof above the harbour/u });
    await expect(card).toContainText('Rooftops · 127.0.0.1');
    await expect(card).toHaveAttribute('href', `${site}/roof`);
    await expect.poll(() => card.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200);
  }
  await ada.page.screenshot({ path: `${artifacts}/screenshots/preview.png` });
  await bo.page.screenshot({ path: `${artifacts}/screenshots/preview-phone.png` });
  expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([]);

  await ada.page.emulateMedia({ colorScheme: 'dark' });
  await bo.page.emulateMedia({ colorScheme: 'dark' });
  await ada.page.screenshot({ path: `${artifacts}/screenshots/preview-dark.png` });
  await bo.page.screenshot({ path: `${artifacts}/screenshots/preview-phone-dark.png` });

  await bubble(ada.page, 'Tonight at six').getByText('Tonight at six').click({ button: 'right' });
  await ada.page.screenshot({ path: `${artifacts}/screenshots/preview-menu.png` });
  await ada.page.getByRole('menuitem', { name: 'Remove preview' }).click();
  await expect(bo.page.getByText('The roof above the harbour')).toHaveCount(0);
  await expectMessage(bo.page, 'Tonight at six');
});

test('A preview can be declined while writing, and what a page says is only text', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo')]);
  await ada.account.talkTo(bo.account);
  await Promise.all([openChat(ada.page, 'Bo'), openChat(bo.page, 'Ada')]);

  await composer(ada.page).fill(`Without ${site}/roof`);
  await ada.page.getByRole('button', { name: 'Send without preview' }).click();
  await expect(ada.page.getByText('The roof above the harbour')).toHaveCount(0);
  await ada.page.getByRole('button', { name: 'Send', exact: true }).click();
  await write(ada.page, `Now ${site}/plain`);

  await expect(bubble(bo.page, 'Now').getByText('A plain page <img src=x onerror=alert(1)>')).toBeVisible();
  await expect(bubble(bo.page, 'Without').getByText('The roof above the harbour')).toHaveCount(0);
});
