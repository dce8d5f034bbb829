import type { SearchQuestion, SearchSource } from '@stogram/plugin';
import { renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { addSource, takeBack } from './registry';
import { boom, clear } from './testing/piece';
import { useSources } from './useSources';

const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const question: SearchQuestion = { words: ['late'], chatId: null, limit: 20, signal: new AbortController().signal };
const hit = { chatId: 'atrium', seq: 1, messageId: 'one', senderId: 'bo', senderName: 'Bo', chatName: 'Atrium', text: 'late', ranges: [], sentAt: '2026-11-27T12:00:00Z' };
const source = (id: string, search: SearchSource['search']): SearchSource => ({ id, search });

afterEach(() => clear());

it('A source is asked, and what it finds cannot be changed by who shows it', async () => {
  addSource({ plugin: 'e2e', source: source('own', async () => [hit]) });
  const { result } = renderHook(useSources);

  const [found] = await result.current[0]!.search(question);

  expect(found).toEqual(hit);
  expect(Object.isFrozen(found)).toBe(true);
});

it('A source that throws has found nothing and is named', async () => {
  addSource({ plugin: 'e2e', source: source('broken', boom) });
  addSource({ plugin: 'other', source: source('garbled', async () => [() => undefined] as never) });
  const { result } = renderHook(useSources);

  expect(await Promise.all(result.current.map(one => one.search(question)))).toEqual([[], []]);
  expect(said.mock.calls.map(([words]) => words)).toEqual([
    'Plugin e2e failed in the search source broken.', 'Plugin other failed in the search source garbled.',
  ]);
});

it('A source goes with its plugin, and no plugin gives two of one name', () => {
  addSource({ plugin: 'e2e', source: source('own', async () => []) });

  expect(() => addSource({ plugin: 'e2e', source: source('own', async () => []) })).toThrow('own');
  takeBack('e2e');

  expect(renderHook(useSources).result.current).toEqual([]);
});
