import type { Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../host/browser';
import { artifacts } from '../host/paths';
import { owner } from '../host/serve';
import { openChat, signIn, timeline } from '../people/deeds';
import { pixel, sunset } from '../people/pictures';
import { expect, phone, test } from '../people/test';

test.use({
  launchOptions: {
    executablePath: findBrowser(),
    args: [...browserArguments, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
});

const photograph = (page: Page, name: string) => page.screenshot({ path: `${artifacts}/screenshots/${name}.png`, animations: 'disabled' });

const looks = [['desktop', 'light'], ['desktop', 'dark'], ['phone', 'light'], ['phone', 'dark']] as const;

for (const [device, colorScheme] of looks) {
  test(`Files, recordings and pictures on a ${device} in ${colorScheme}`, async ({ join, enroll }) => {
    test.setTimeout(90_000);
    const [ada, bo] = await Promise.all([join('Ada', { ...(device === 'phone' && phone), colorScheme }), enroll('Bo')]);
    const chat = await ada.account.talkTo(bo);
    const { page } = ada;
    const show = (view: string) => photograph(page, `${view}-${device}-${colorScheme}`);
    const roof = await sunset(page);
    const send = async (...files: File[]) => Promise.all(files.map(async file => (await bo.upload(file)).id));
    await bo.say(chat, 'The roof', { fileIds: await send(roof, roof, roof) });
    await bo.say(chat, '', { fileIds: await send(new File(['ID3 and no music'], 'The sea.mp3')) });
    await bo.say(chat, '', { fileIds: await send(new File(['\0\0\0\u001cftypisom and no film'], 'Harbour.mp4')) });
    await openChat(page, 'Bo');

    await page.getByRole('button', { name: 'Record a voice message' }).click();
    await expect(page.getByRole('timer')).toHaveText(/0:0[3-9]/u);
    await show('media-recording');
    await page.getByRole('button', { name: 'Send voice message' }).click();
    await expect(timeline(page).getByRole('group', { name: 'Voice message' })).toBeVisible();
    await page.getByRole('button', { name: 'Play Voice message' }).click();
    await page.waitForTimeout(900);
    await page.getByRole('button', { name: 'Pause Voice message' }).click();
    await page.locator('input[type=file]').setInputFiles([{ name: 'light.png', mimeType: 'image/png', buffer: pixel }, { name: 'A long name of a plan for the roof at six.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
    await expect(page.getByText('Ready')).toHaveCount(2);
    await show('media-conversation');

    await timeline(page).getByRole('button', { name: 'Open roof.jpg' }).first().press('Enter');
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    await show('media-viewer');
  });
}

test('The storage in the administration', async ({ visit }) => {
  for (const [device, colorScheme] of looks) {
    const { page } = await visit({ ...(device === 'phone' && phone), colorScheme, serviceWorkers: 'block' });
    await signIn(page, owner, '/admin/storage');
    await expect(page.getByRole('heading', { name: 'Limits' })).toBeVisible();
    await photograph(page, `admin-storage-${device}-${colorScheme}`);
  }
});
