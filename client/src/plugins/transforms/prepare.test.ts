import 'fake-indexeddb/auto';
import type { DraftView, Transform } from '@stogram/plugin';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Leaving } from '../../shared/sync/leaving';
import { addTransform, takeBack, useRegistry } from '../registry';
import { boom, clear } from '../testing/piece';
import { patience, prepare } from './prepare';

const leaving: Leaving = { id: 'one', chatId: 'atrium', isEdit: false, content: 'Hello', encryptedContent: null, extra: {}, replyToId: null, fileIds: [] };
const ask = vi.fn(async () => undefined);
const sends = (...ids: string[]) => useRegistry.setState({ senders: ids.map(id => ({ id, name: id.toUpperCase() })) });
const add = (plugin: string, outgoing: Transform['outgoing'], order = 0) =>
  addTransform({ plugin, name: plugin.toUpperCase(), transform: { order, outgoing: outgoing! } });
const says = (word: string) => (draft: DraftView) => ({ ...draft, content: `${draft.content} ${word}` });
const failure = (by: string) => ({ code: 'PLUGIN_FAILED', details: { plugin: by } });

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  sends();
});
afterEach(() => {
  vi.useRealTimers();
  clear();
});

it('all change a message by their order, then by their ids', async () => {
  add('zebra', says('last'), 2);
  add('bee', says('second'));
  add('ant', says('first'));

  expect((await prepare(leaving, ask)).content).toBe('Hello first second last');
});

it('what one encrypts or adds goes along, and of the rest nothing changes', async () => {
  add('e2e', draft => ({ ...draft, chatId: 'elsewhere', content: '', encryptedContent: 'xyz', extra: { e2e: { suite: 1 } } }));

  expect(await prepare(leaving, ask)).toEqual({ ...leaving, content: '', encryptedContent: 'xyz', extra: { e2e: { suite: 1 } } });
});

it.each([
  ['throws', boom],
  ['answers nothing', () => undefined as never],
  ['answers no text', draft => ({ ...draft, content: 7 as never })],
  ['adds what cannot be sent', draft => ({ ...draft, extra: { e2e: () => 1 } })],
] satisfies [string, Transform['outgoing']][])('one that %s keeps the message here, and no other is asked', async (_, outgoing) => {
  const after = vi.fn(says('after'));
  add('ant', outgoing);
  add('bee', after);

  await expect(prepare(leaving, ask)).rejects.toMatchObject(failure('ANT'));
  expect(after).not.toHaveBeenCalled();
});

it('an edit is plain words', async () => {
  add('e2e', draft => ({ ...draft, encryptedContent: 'xyz' }));

  await expect(prepare({ ...leaving, isEdit: true }, ask)).rejects.toMatchObject(failure('E2E'));
});

it('one that hangs keeps the message here', async () => {
  vi.useFakeTimers();
  add('ant', () => new Promise(() => undefined));
  const sent = expect(prepare(leaving, ask)).rejects.toMatchObject(failure('ANT'));

  await vi.advanceTimersByTimeAsync(patience);

  await sent;
});

it('waits for one that is on and not here yet, and names it where it does not come', async () => {
  vi.useFakeTimers();
  sends('ant');
  const first = prepare(leaving, ask);
  add('ant', says('in time'));
  expect((await first).content).toBe('Hello in time');

  takeBack('ant');
  const second = expect(prepare(leaving, ask)).rejects.toMatchObject(failure('ANT'));
  await vi.advanceTimersByTimeAsync(patience);
  await second;
});

it('before it is known who changes messages it is asked, and nothing goes without an answer', async () => {
  useRegistry.setState({ senders: null });
  await expect(prepare(leaving, ask)).rejects.toMatchObject({ code: 'NETWORK' });

  expect(await prepare(leaving, async () => sends())).toEqual(leaving);
});
