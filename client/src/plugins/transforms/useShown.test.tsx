import 'fake-indexeddb/auto';
import type { MessageView, Transform } from '@stogram/plugin';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Message } from '../../shared/api/types';
import { addTransform, takeBack } from '../registry';
import { boom, clear } from '../testing/piece';
import { forgetAll } from './incoming';
import { useFailedBy, useShown } from './useShown';

const message = (change: Partial<Message> = {}) => ({ id: 'one', chatId: 'atrium', seq: 1, rev: 1, type: 'TEXT', content: 'olleH', extra: {}, reactions: [], ...change }) as Message;
const backwards = (view: MessageView) => ({ ...view, content: [...view.content ?? ''].reverse().join('') });
const add = (plugin: string, incoming: Transform['incoming'], order = 0) =>
  act(async () => addTransform({ plugin, name: plugin.toUpperCase(), transform: { order, incoming: incoming! } }));

function Line({ of }: { of: Message }) {
  const failedBy = useFailedBy(of);
  const { content, reactions } = useShown(of)!;
  return <p role="note">{[content, ...reactions.map(one => one.emoji), failedBy].filter(Boolean).join(' ')}</p>;
}

const shown = () => screen.getByRole('note').textContent;
const show = (of: Message) => act(async () => void render(<Line of={of} />));

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  clear();
  vi.useRealTimers();
});

it('a message is shown as plugins have it, the last of the way out first, and as it is stored once they are off', async () => {
  await add('bee', view => ({ ...view, content: `${view.content} bee` }));
  await add('ant', view => ({ ...view, content: `${view.content} ant` }));
  await add('zebra', backwards, 9);

  await show(message());
  expect(shown()).toBe('Hello bee ant');

  await act(async () => takeBack('zebra'));
  expect(shown()).toBe('olleH bee ant');
  await act(async () => ['ant', 'bee'].forEach(takeBack));
  expect(shown()).toBe('olleH');
});

it('each revision is asked about once, however often it is shown, and a reaction is none', async () => {
  const asked = vi.fn(backwards);
  await add('ant', asked);
  await show(message());
  await show(message());
  await act(async () => cleanup());
  await show(message({ rev: 2, reactions: [{ emoji: '👍', count: 1, mine: false }] as Message['reactions'] }));

  expect(shown()).toBe('Hello 👍');
  expect(asked).toHaveBeenCalledTimes(1);

  await act(async () => cleanup());
  await show(message({ rev: 3, content: 'eyB' }));
  expect(shown()).toBe('Bye');
  expect(asked).toHaveBeenCalledTimes(2);
});

it('two revisions of one message may be shown at once', async () => {
  const asked = vi.fn(backwards);
  await add('ant', asked);

  await act(async () => void render(<><Line of={message()} /><Line of={message({ rev: 2, content: 'eyB' })} /></>));

  expect(screen.getAllByRole('note').map(note => note.textContent)).toEqual(['Hello', 'Bye']);
  expect(asked).toHaveBeenCalledTimes(2);
});

it.each([
  ['throws', boom],
  ['answers nothing', () => undefined as never],
  ['answers no text', view => ({ ...view, content: 7 as never })],
] satisfies [string, Transform['incoming']][])('where one %s the message is shown as it came, with its name', async (_, incoming) => {
  await add('ant', incoming);
  await add('bee', backwards);

  await show(message());

  expect(shown()).toBe('olleH ANT');
});

it('where one hangs, too', async () => {
  vi.useFakeTimers();
  await add('ant', () => new Promise(() => undefined));
  await show(message());
  expect(shown()).toBe('olleH');

  await act(() => vi.advanceTimersByTimeAsync(5000));

  expect(shown()).toBe('olleH ANT');
});

it('one that could not read a message is asked anew when it says so', async () => {
  let key: typeof backwards = boom;
  await add('ant', view => key(view));
  await show(message());
  expect(shown()).toBe('olleH ANT');

  key = backwards;
  await act(async () => forgetAll());

  expect(shown()).toBe('Hello');
});

it('what the host says itself is nobody\'s to change', async () => {
  const asked = vi.fn(backwards);
  await add('ant', asked);

  await show(message({ type: 'SYSTEM' }));

  expect(asked).not.toHaveBeenCalled();
});
