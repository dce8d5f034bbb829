import { expectMessage, openChat, timeline, write } from '../people/deeds';
import { expect, test } from '../people/test';

const attack = '<img src=x onerror="document.title = \'taken over\'"><script>document.title = "taken over"</script>';

test('Markup in a message, a name or a group name is shown as text and does nothing', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('<b>Bo</b>')]);
  await ada.account.createGroup('<i>Atrium</i>', bo.account);
  await openChat(ada.page, '<i>Atrium</i>');
  await openChat(bo.page, '<i>Atrium</i>');

  await write(bo.page, attack);
  await write(bo.page, 'javascript:document.title="taken over"');

  await expectMessage(ada.page, attack);
  await expect(timeline(ada.page).getByText('<b>Bo</b>')).toBeVisible();
  await expectMessage(ada.page, 'javascript:document');
  await expect(timeline(ada.page).locator('img, script, b, i, a')).toHaveCount(0);
  await expect(ada.page).not.toHaveTitle(/taken over/u);
});
