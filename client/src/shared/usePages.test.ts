import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePages } from './usePages';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

it('loads a page at a time and no more', async () => {
  const ask = vi.fn(async (cursor?: string) => (cursor ? { data: ['mira'], next: null } : { data: ['ada', 'bo'], next: 'b' }));
  const { result } = renderHook(() => usePages(ask));
  await pass(0);
  expect([result.current.rows, result.current.hasMore]).toEqual([['ada', 'bo'], true]);

  await act(() => result.current.more());

  expect([result.current.rows, result.current.hasMore]).toEqual([['ada', 'bo', 'mira'], false]);
  expect(ask.mock.calls).toEqual([[undefined], ['b']]);
});

it('drops the answer to a question that was overtaken', async () => {
  let answer!: (page: { data: string[]; next: null }) => void;
  const slow = new Promise<{ data: string[]; next: null }>(resolve => { answer = resolve; });
  const first = () => slow;
  const second = async () => ({ data: ['bo'], next: null });
  const { result, rerender } = renderHook(({ ask }) => usePages<string>(ask), { initialProps: { ask: first } });
  await pass(0);

  rerender({ ask: second });
  await pass(0);
  answer({ data: ['ada'], next: null });
  await pass(0);

  expect(result.current.rows).toEqual(['bo']);
});

it('keeps what it showed when the next page is refused', async () => {
  const ask = vi.fn().mockResolvedValueOnce({ data: ['ada'], next: 'a' }).mockRejectedValueOnce(new Error('no'));
  const { result } = renderHook(() => usePages<string>(ask));
  await pass(0);

  await act(() => result.current.more());

  expect(result.current.rows).toEqual(['ada']);
  expect(result.current.error).toBeInstanceOf(Error);
});
