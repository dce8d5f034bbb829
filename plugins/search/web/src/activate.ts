import type { Activate, ChatPlace, ChatReader, SearchPlace } from '@stogram/plugin';
import { mount } from '@stogram/plugin/preact';
import { h } from 'preact';
import { Bars } from './chat/Bars';
import { ChatBar } from './chat/ChatBar';
import { ChatButton } from './chat/ChatButton';
import { Finder } from './Finder';
import { Recent } from './page/Recent';
import { SearchPage } from './page/SearchPage';
import './search.css';
import { texts } from './texts';

export const activate: Activate = app => {
  const finder = new Finder(app);
  const recent = new Recent(app);
  const bars = new Bars();

  app.slot('sidebar.search@1', {
    id: 'page',
    mount: mount((place: SearchPlace) => h(SearchPage, { place, finder, recent, meId: app.me.id, texts: texts(app.locale), locale: app.locale })),
  });
  app.slot('chat.header.actions@1', {
    id: 'button',
    mount: mount(({ chatId }: ChatPlace) => h(ChatButton, { chatId, bars, texts: texts(app.locale) })),
  });
  app.slot('chat.header.below@1', {
    id: 'bar',
    mount: mount(({ chatId, jump, sources }: ChatReader) => h(ChatBar, { key: chatId, chatId, jump, sources, bars, finder, texts: texts(app.locale) })),
  });
};
