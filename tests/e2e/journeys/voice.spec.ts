import { browserArguments, findBrowser } from '../host/browser';
import { openChat, timeline } from '../people/deeds';
import { expect, phone, test } from '../people/test';

// Chromium's own microphone: it beeps, and nobody is asked.
test.use({
  launchOptions: {
    executablePath: findBrowser(),
    args: [...browserArguments, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required'],
  },
});

test('A voice message is recorded, sent and heard', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', phone)]);
  await ada.account.talkTo(bo.account);
  await openChat(ada.page, 'Bo');

  await ada.page.getByRole('button', { name: 'Record a voice message' }).click();
  await expect(ada.page.getByRole('timer')).toHaveText(/0:0[2-9]/u);
  await ada.page.getByRole('button', { name: 'Send voice message' }).click();

  await openChat(bo.page, 'Ada');
  const sound = timeline(bo.page).getByRole('group', { name: 'Voice message' });
  await expect(sound).toContainText(/0:\d[1-9]/u);
  await sound.getByRole('button', { name: 'Play Voice message' }).click();
  await expect(sound.getByRole('slider')).toBeEnabled();
  await expect.poll(async () => Number(await sound.getByRole('slider').inputValue())).toBeGreaterThan(0.3);
  await sound.getByRole('button', { name: 'Speed 1', exact: true }).click();
  await expect(sound.getByRole('button', { name: 'Speed 1.5' })).toBeVisible();
});

test('A recording is thrown away by Escape and by a push to the left', async ({ join, enroll }) => {
  const [ada, bo] = await Promise.all([join('Ada'), enroll('Bo')]);
  await ada.account.talkTo(bo);
  await openChat(ada.page, 'Bo');
  const { page } = ada;
  const bar = page.getByRole('group', { name: 'Recording' });

  await page.getByRole('button', { name: 'Record a voice message' }).click();
  await expect(bar).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  await page.getByRole('button', { name: 'Record a voice message' }).click();
  const { x, y, width } = (await page.getByRole('timer').boundingBox())!;
  await page.mouse.move(x + width, y);
  await page.mouse.down();
  await page.mouse.move(x - 120, y, { steps: 5 });
  await expect(bar).toBeHidden();
  await page.mouse.up();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
});
