import type { Activate, ChatPlace } from '@stogram/plugin';
import { mount } from '@stogram/plugin/preact';
import { h } from 'preact';
import { Countdown } from './Countdown';
import { Panel } from './Panel';
import './slow-mode.css';
import { SlowChats } from './slowChats';
import { texts } from './texts';

const isGroup = ({ chatType }: ChatPlace) => chatType === 'GROUP';

export const activate: Activate = app => {
  const chats = new SlowChats(app);
  // Keyed by chat: nothing of one chat's wait is said in the next.
  const inChat = (Shown: typeof Countdown | typeof Panel) =>
    mount((place: ChatPlace) => h(Shown, { ...place, key: place.chatId, chats, texts: texts(app.locale) }));

  app.slot('composer.above@1', { id: 'countdown', when: isGroup, mount: inChat(Countdown) });
  app.slot('chat.panel@1', { id: 'interval', when: isGroup, mount: inChat(Panel) });
  app.explain('SLOW_MODE', () => texts(app.locale).tooEarly);
};
