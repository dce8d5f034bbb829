import { password } from '../people/account';
import { expect, phone, test, usernameFor } from '../people/test';

test('Two people sign up and talk in Russian on their phones', async ({ visit }) => {
  const [mira, dana] = await Promise.all([visit({ ...phone, locale: 'ru-RU' }), visit({ ...phone, locale: 'ru-RU' })]);
  const danasName = usernameFor('Dana');
  for (const [{ page }, name, username] of [[mira, 'Мира', usernameFor('Mira')], [dana, 'Дана', danasName]] as const) {
    await page.goto('/');
    await page.getByRole('button', { name: 'Создать аккаунт' }).tap();
    await page.getByLabel('Ваше имя').fill(name);
    await page.getByLabel('Имя пользователя').fill(username);
    await page.getByLabel('Электронная почта').fill(`${username}@example.org`);
    await page.getByLabel('Пароль', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Создать аккаунт' }).tap();
    await expect(page.getByRole('heading', { name: 'Чаты' })).toBeVisible();
  }

  await mira.page.getByRole('button', { name: 'Новый чат' }).tap();
  await mira.page.getByLabel('Найти людей').fill(danasName);
  await mira.page.getByRole('button', { name: `@${danasName}` }).tap();
  await mira.page.getByRole('textbox', { name: 'Сообщение' }).fill('Привет, Дана!');
  await mira.page.getByRole('button', { name: 'Отправить' }).tap();

  await dana.page.getByRole('navigation', { name: 'Список чатов' }).getByRole('link', { name: /Мира/u }).tap();
  await expect(dana.page.getByRole('region', { name: 'Сообщения' }).getByText('Привет, Дана!')).toBeVisible();
  await expect(mira.page.getByRole('img', { name: 'Прочитано' })).toBeVisible();
  await dana.page.getByRole('button', { name: 'Назад' }).tap();
  await expect(dana.page.getByRole('heading', { name: 'Чаты' })).toBeVisible();
});
