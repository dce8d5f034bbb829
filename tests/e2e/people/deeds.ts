import { expect, type Locator, type Page } from '@playwright/test';
import { password } from './account';

/** What people do in the app, in its own words. */

export async function signUp(page: Page, name: string, username: string) {
  await page.goto('/');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Username', { exact: true }).fill(username);
  await page.getByLabel('E-mail').fill(`${username}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
}

export async function signIn(page: Page, username: string, at = '/') {
  await page.goto(at);
  await page.getByLabel('E-mail or username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeHidden();
}

/** Past the sign-in page, in a browser that came by no name, see `nameless`. */
export async function signInTo(page: Page, organization: string, username: string) {
  const headers = { 'X-Stogram-Client': 'web' };
  await page.request.post('/api/auth/login', { headers, data: { login: username, password, organization } });
  await page.addInitScript(() => localStorage.setItem('stogram.session', '1'));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
}

export async function findPerson(page: Page, username: string) {
  await page.getByLabel('Search people').fill(username);
  await page.getByRole('list', { name: 'People' }).getByRole('button', { name: `@${username}` }).click();
}

export async function openNewChat(page: Page, username: string) {
  await page.getByRole('button', { name: 'New chat' }).click();
  await findPerson(page, username);
  await expect(composer(page)).toBeVisible();
}

export const chatRow = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Chat list' }).getByRole('link').filter({ hasText: name });

export async function openChat(page: Page, name: string) {
  await chatRow(page, name).click();
  await expect(composer(page)).toBeVisible();
}

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Message', exact: true });

export async function write(page: Page, text: string) {
  await composer(page).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

export const timeline = (page: Page): Locator => page.getByRole('region', { name: 'Messages' });

export const bubble = (page: Page, text: string): Locator => timeline(page).getByRole('listitem').filter({ hasText: text });

export const expectMessage = (page: Page, text: string) => expect(bubble(page, text)).toBeVisible();

/** Who is here acknowledges within moments: what was sent may be delivered by the time somebody looks. */
const signs = { Sending: /^Sending$/u, Sent: /^(?:Sent|Delivered)$/u, Delivered: /^Delivered$/u, Seen: /^Seen$/u };

export const expectDelivery = (page: Page, text: string, delivery: keyof typeof signs) =>
  expect(bubble(page, text).getByRole('img', { name: signs[delivery] })).toBeVisible();

/** A reload while offline can only work once the app is kept on the device. */
export const keptOnDevice = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** Opens the menu of a chat in the list and chooses from it. */
export async function chooseFor(page: Page, chat: string, action: string) {
  await chatRow(page, chat).click({ button: 'right' });
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** A finger that rests on something for as long as a long press takes. */
export async function press(page: Page, on: Locator) {
  const { x, y } = (await on.boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + 8, y: y + 8 }] });
  await expect(page.getByRole('menu')).toBeVisible();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** From the menu of a message. */
export async function choose(page: Page, text: string, action: string) {
  await bubble(page, text).getByText(text, { exact: true }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}
