import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Message } from '../shared/api/types';
import { startI18n } from '../shared/i18n/start';
import type { ChatState } from '../shared/sync/chatState';
import { KindBody } from './KindBody';
import { addKind, takeBack } from './registry';
import { boom, clear } from './testing/piece';

const state = { chat: { id: 'atrium', type: 'GROUP' }, mine: { role: 'MEMBER' } } as ChatState;
const poll = { id: 'one', chatId: 'atrium', type: 'polls', content: 'Where to?', extra: { polls: { question: 'Where to?' } } } as unknown as Message;
const body = () => <KindBody message={poll} state={state} otherwise={<p>the words</p>} />;
const draw = (mount: Parameters<typeof addKind>[0]['contribution']['mount'], kind = 'polls') =>
  addKind({ plugin: 'polls', slot: 'message.kind', contribution: { id: kind, mount } });

beforeEach(() => startI18n('en'));
afterEach(() => {
  cleanup();
  clear();
  vi.restoreAllMocks();
});

it('a message of a kind is drawn by its plugin while that is on, and else is its words', () => {
  render(body());
  expect(screen.getByText('the words')).toBeTruthy();

  act(() => draw((el, { message, myRole }) => {
    el.textContent = `${(message.extra.polls as { question: string }).question} says a ${myRole}`;
    return { unmount: () => undefined };
  }));
  expect(screen.getByText('Where to? says a MEMBER')).toBeTruthy();
  expect(screen.queryByText('the words')).toBeNull();

  act(() => takeBack('polls'));
  expect(screen.getByText('the words')).toBeTruthy();
});

it('what cannot be drawn is its words', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  draw(boom);

  render(body());

  expect(screen.getByText('the words')).toBeTruthy();
});

it('a kind is drawn by one plugin, and what people send by none', () => {
  draw(boom);

  expect(() => draw(boom)).toThrow('polls');
  expect(() => draw(boom, 'TEXT')).toThrow('TEXT');
});
