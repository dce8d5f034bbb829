import type { Page } from '@playwright/test';
import { artifacts } from '../host/paths';
import { bubble, chatRow, composer, expectMessage, timeline, write } from '../people/deeds';
import { expect, phone, test } from '../people/test';

const topic = (page: Page, name: string) => page.getByRole('list', { name: 'Topics' }).getByRole('link').filter({ hasText: name });

test('A group is shown by topics, each with what is said and unread in it, and as one list again', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', { ...phone, colorScheme: 'dark' })]);
  const chat = await ada.account.createGroup('Garden', bo.account);
  await ada.account.say(chat, 'Welcome');
  await chatRow(ada.page, 'Garden').click();
  await chatRow(bo.page, 'Garden').tap();
  await expectMessage(bo.page, 'Welcome');

  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await ada.page.getByRole('switch', { name: 'Topics' }).click();
  await ada.page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
  await expect(topic(ada.page, 'General')).toContainText('Welcome');
  await expect(topic(bo.page, 'General')).toBeVisible();
  await expect(bo.page.getByRole('button', { name: 'New topic' })).toHaveCount(0);
  await ada.page.getByRole('button', { name: 'New topic' }).click();
  await ada.page.getByLabel('Name of the topic').fill('Tomatoes');
  await ada.page.getByRole('radio', { name: '🌱' }).check();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/topics-new.png` });
  await ada.page.getByRole('button', { name: 'Create topic' }).click();
  await expect(ada.page.getByRole('heading', { name: 'Tomatoes' })).toBeVisible();
  await write(ada.page, 'Who waters them?');
  await expectMessage(ada.page, 'Who waters them?');

  await expect(topic(bo.page, 'Tomatoes')).toContainText('Who waters them?');
  await expect(topic(bo.page, 'Tomatoes').getByRole('img', { name: '1 unread' })).toBeVisible();
  await bo.page.screenshot({ path: `${artifacts}/screenshots/topics-phone-list.png` });
  await topic(bo.page, 'Tomatoes').tap();
  await expectMessage(bo.page, 'Who waters them?');
  await expect(timeline(bo.page).getByText('Welcome')).toHaveCount(0);
  await composer(bo.page).fill('I do');
  await bo.page.getByRole('button', { name: 'Send', exact: true }).tap();
  await expectMessage(ada.page, 'I do');
  await bo.page.screenshot({ path: `${artifacts}/screenshots/topics-phone.png` });
  await bo.page.getByRole('button', { name: 'All topics' }).tap();
  await expect(topic(bo.page, 'Tomatoes').getByRole('img', { name: /unread/u })).toHaveCount(0);

  await ada.page.getByRole('button', { name: 'Actions for Tomatoes' }).click();
  await ada.page.getByRole('menuitem', { name: 'Close topic' }).click();
  await expect(bubble(ada.page, 'closed the topic')).toBeVisible();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/topics-desktop.png` });
  await topic(bo.page, 'Tomatoes').tap();
  await expect(bo.page.getByText('This topic is closed.')).toBeVisible();

  await ada.page.getByRole('button', { name: 'All topics' }).click();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/topics-list.png` });
  await ada.page.getByRole('button', { name: 'Chat info' }).click();
  await ada.page.getByRole('switch', { name: 'Topics' }).click();
  await expectMessage(ada.page, 'Welcome');
  await expectMessage(ada.page, 'I do');
  await expectMessage(bo.page, 'Welcome');
});

test('A topic is muted by whoever wants that, and deleted for everybody with what was said in it', async ({ join }) => {
  const [ada, bo] = await Promise.all([join('Ada'), join('Bo', phone)]);
  const chat = await ada.account.createGroup('Garden', bo.account);
  await ada.account.change(`/chats/${chat.id}/topics`, { on: true });
  const { seq } = await ada.account.do<{ seq: number }>(`/chats/${chat.id}/topics`, { name: 'Beans' });
  await ada.account.do('/messages', { id: crypto.randomUUID(), chatId: chat.id, topicSeq: seq, content: 'Who plants them?' });
  await bo.page.goto(`/chat/${chat.id}/topic/${seq}`);
  await expectMessage(bo.page, 'Who plants them?');

  await bo.page.getByRole('button', { name: 'Actions for Beans' }).tap();
  await expect(bo.page.getByRole('menuitem', { name: 'Delete topic' })).toHaveCount(0);
  await bo.page.getByRole('menuitem', { name: 'Mute topic' }).tap();
  await bo.page.getByRole('button', { name: 'For ever' }).tap();
  await bo.page.getByRole('button', { name: 'All topics' }).tap();
  await expect(topic(bo.page, 'Beans').getByRole('img', { name: 'Muted' })).toBeVisible();
  await bo.page.screenshot({ path: `${artifacts}/screenshots/topics-muted-phone.png` });

  await ada.page.goto(`/chat/${chat.id}/topic/${seq}`);
  await ada.page.getByRole('button', { name: 'Actions for Beans' }).click();
  await ada.page.screenshot({ path: `${artifacts}/screenshots/topics-menu.png` });
  await ada.page.getByRole('menuitem', { name: 'Delete topic' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete topic' }).click();
  await expect(topic(ada.page, 'General')).toBeVisible();
  await expect(topic(ada.page, 'Beans')).toHaveCount(0);
  await expect(topic(bo.page, 'Beans')).toHaveCount(0);
  await expect.poll(async () => (await bo.account.ask<{ isDeleted: boolean }[]>(`/messages/chat/${chat.id}`)).every(message => message.isDeleted)).toBe(true);
});
