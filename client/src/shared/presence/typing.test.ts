import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SayTyping } from './sayTyping';
import { forgetTyping, hearTyping, useTyping } from './typing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  forgetTyping();
  vi.useRealTimers();
});

const typing = (userId: string, on = true) => hearTyping({ chatId: 'atrium', userId, on });
const names = () => useTyping.getState().atrium ?? [];

it('names those who type in the order in which they began', () => {
  typing('bo');
  typing('mira');
  typing('bo');

  expect(names()).toEqual(['bo', 'mira']);
});

it('ends by itself when nothing more is heard', async () => {
  typing('bo');
  await vi.advanceTimersByTimeAsync(6_000);
  typing('bo');
  await vi.advanceTimersByTimeAsync(6_000);
  expect(names()).toEqual(['bo']);
  await vi.advanceTimersByTimeAsync(1_500);

  expect(names()).toEqual([]);
});

it('ends with a word, for that one alone', () => {
  typing('bo');
  typing('mira');

  typing('bo', false);

  expect(names()).toEqual(['mira']);
});

it('says it at once, then every three seconds, and once that it is over', () => {
  const said: boolean[] = [];
  let now = 0;
  const say = new SayTyping(on => said.push(on), () => now);

  say.typed('H');
  now = 1_000;
  say.typed('He');
  now = 3_500;
  say.typed('Hel');
  say.typed('');
  say.stop();

  expect(said).toEqual([true, true, false]);
});

it('leaves the end of it to the message', () => {
  const said: boolean[] = [];
  const say = new SayTyping(on => said.push(on), () => 0);

  say.typed('Hello');
  say.sent();
  say.stop();
  say.typed('Next');

  expect(said).toEqual([true, true]);
});
