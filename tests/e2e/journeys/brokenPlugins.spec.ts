import type { Page } from '@playwright/test';
import { bubble, choose, expectDelivery, openChat, write } from '../people/deeds';
import { expect, test } from '../people/test';

const draws = (text: string) => `(el => { el.textContent = ${JSON.stringify(text)}; return { unmount() {} }; })`;
const fills = (mount: string) => `export const activate = app => {
  app.slot('composer.above@1', { id: 'one', mount: ${mount} });
  app.slot('chat.panel@1', { id: 'two', mount: ${mount} });
  for (const name of ['app.overlay@1', 'sidebar.section@1', 'sidebar.footer@1', 'message.below@1']) app.slot(name, { id: 'three', mount: ${mount} });
};`;

/** What a web half can do wrong, and one that does nothing wrong. */
const modules: Record<string, string | null> = {
  missing: null,
  garbled: 'export const activate = app => {{',
  stranger: fills('() => { import("https://example.org/x.js"); return { unmount() {} }; }'),
  activates: 'export const activate = () => { throw new Error("boom"); };',
  mounts: fills('() => { throw new Error("boom"); }'),
  asks: `export const activate = app => app.slot('chat.panel@1', { id: 'x', when() { throw new Error('boom'); }, mount: ${draws('never')} });`,
  says: `const boom = () => { throw new Error('boom'); };
    export const activate = app => {
      app.slot('message.actions@1', { id: 'x', title: boom, run: boom });
      app.slot('settings.section@1', { id: 'x', title: boom, mount: boom });
      app.slot('app.route@1', { id: 'x', title: boom, mount: boom });
    };`,
  sound: fills(draws('A sound plugin')),
};

async function serve(page: Page) {
  const entries = Object.keys(modules).map(id => ({ id, name: id, version: '1.0.0', web: { module: `/plugins/${id}/0/web/${id}.js` }, settings: {} }));
  await page.route('**/api/plugins', route => route.fulfill({ json: { success: true, data: entries } }));
  await page.route('**/plugins/*/0/web/*', route => {
    const body = modules[new URL(route.request().url()).pathname.split('/')[2]!];
    return body == null ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: 'text/javascript', body });
  });
}

test('Plugins whose web half is missing, garbled or throws are named and absent, and the app is whole', async ({ join }) => {
  const ada = await join('Ada');
  const said: string[] = [];
  ada.page.on('console', message => said.push(message.text()));
  ada.visitor.watch.expect(/Plugin \w+ failed in|404|Content Security Policy|example\.org/u);
  await ada.account.createGroup('Atrium');
  await serve(ada.page);
  await ada.page.reload();

  await openChat(ada.page, 'Atrium');
  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await expect(ada.page.getByText('A sound plugin')).toHaveCount(5);
  await write(ada.page, 'Still here');
  await expectDelivery(ada.page, 'Still here', 'Sent');
  await expect(ada.page.getByText('A sound plugin')).toHaveCount(6);
  await choose(ada.page, 'Still here', 'says');
  await expect(bubble(ada.page, 'Still here')).toBeVisible();
  await ada.page.goto('/app/says/anything');
  await expect(ada.page.getByText('Nothing here now')).toBeVisible();
  await ada.page.goto('/settings');
  await ada.page.getByRole('link', { name: 'says' }).click();
  await expect(ada.page.getByText('The plugin that shows this is off or has failed.')).toBeVisible();

  const blamed = new Set(said.flatMap(words => words.match(/^Plugin (\w+) failed in/u)?.[1] ?? []));
  expect(said.some(words => /example\.org.*Content Security Policy/u.test(words)), 'what comes from elsewhere is refused').toBe(true);
  expect([...blamed].sort()).toEqual(['activates', 'asks', 'garbled', 'missing', 'mounts', 'says']);
});
