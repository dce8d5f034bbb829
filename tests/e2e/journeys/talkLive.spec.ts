import { chatRow, expectDelivery, expectMessage, keptOnDevice, openChat, openNewChat, signUp, timeline, write } from '../people/deeds';
import { expect, test, usernameFor } from '../people/test';

test('Two people sign up, open a chat and talk live; one goes offline, the other writes, the first comes back and has it all', async ({ visit }) => {
  const [ada, bo] = await Promise.all([visit(), visit()]);
  const bosName = usernameFor('Bo');
  await signUp(ada.page, 'Ada', usernameFor('Ada'));
  await signUp(bo.page, 'Bo', bosName);

  await openNewChat(ada.page, bosName);
  await write(ada.page, 'Hello Bo, is the roof ours today?');
  await openChat(bo.page, 'Ada');
  await expectMessage(bo.page, 'is the roof ours today?');
  await write(bo.page, 'Until six.');
  await expectMessage(ada.page, 'Until six.');
  await expectDelivery(ada.page, 'is the roof ours today?', 'Seen');

  await keptOnDevice(ada.page);
  await ada.goOffline();
  await expect(ada.page.getByText('You are offline.')).toBeVisible();
  await write(ada.page, 'In a tunnel, back soon');
  for (const text of ['The key is in box 3', 'The code is pinned', 'Bring cables']) await write(bo.page, text);
  await expectDelivery(bo.page, 'Bring cables', 'Sent');

  await ada.page.reload();
  await expectMessage(ada.page, 'Until six.');
  await expectDelivery(ada.page, 'In a tunnel, back soon', 'Sending');
  await expect(timeline(ada.page).getByText('Bring cables')).toHaveCount(0);

  await ada.goOnline();
  for (const text of ['The key is in box 3', 'The code is pinned', 'Bring cables']) await expectMessage(ada.page, text);
  await expectMessage(bo.page, 'In a tunnel, back soon');
  await expectDelivery(ada.page, 'In a tunnel, back soon', 'Seen');
  await expect(ada.page.getByText('You are offline.')).toHaveCount(0);
  await expect(timeline(bo.page).getByText('In a tunnel, back soon')).toHaveCount(1);
  await expect(chatRow(bo.page, 'Ada')).toContainText('In a tunnel');
});
