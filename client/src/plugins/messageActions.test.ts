import { Trash2 } from 'lucide-react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Message } from '../shared/api/types';
import type { ChatState } from '../shared/sync/chatState';
import { withPlugins } from './messageActions';
import { addPiece, type Piece, useRegistry } from './registry';
import { boom, clear } from './testing/piece';

const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const message = { id: 'one', chatId: 'atrium', content: 'hello', extra: {} } as unknown as Message;
const state = { chat: { id: 'atrium', type: 'GROUP' }, mine: { role: 'MEMBER' } } as unknown as ChatState;
const own = [{ label: 'Delete', icon: Trash2, isGrave: true, run: () => undefined }];
const menu = () => withPlugins(own, useRegistry.getState().pieces as Piece<'message.actions@1'>[], message, state);

afterEach(() => {
  clear();
  said.mockClear();
});

it('A plugin\'s entry stands before what cannot be undone, and is told of which message', () => {
  const run = vi.fn();
  addPiece({ plugin: 'polls', slot: 'message.actions@1', contribution: { id: 'ask', title: () => 'Ask about it', run } });

  expect(menu().map(action => action.label)).toEqual(['Ask about it', 'Delete']);
  menu()[0]!.run();

  expect(run.mock.lastCall![0]).toMatchObject({ chatId: 'atrium', myRole: 'MEMBER', message: { id: 'one', content: 'hello' } });
  expect(Object.isFrozen(run.mock.lastCall![0])).toBe(true);
});

it('An entry that throws is named, and the menu is whole', () => {
  addPiece({ plugin: 'asks', slot: 'message.actions@1', contribution: { id: 'x', title: () => 'Never', when: boom, run: boom } });
  addPiece({ plugin: 'says', slot: 'message.actions@1', contribution: { id: 'x', title: boom, run: boom } });

  expect(menu().map(action => action.label)).toEqual(['says', 'Delete']);
  menu()[0]!.run();

  expect(new Set(said.mock.calls.map(([words]) => words))).toEqual(new Set([
    'Plugin asks failed in when of message.actions@1.', 'Plugin says failed in title of message.actions@1.', 'Plugin says failed in message.actions@1 (x).',
  ]));
});
