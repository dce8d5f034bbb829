import { beforeEach, expect, it } from 'vitest';
import { useWishes, wish, withWishes } from './reactions';

beforeEach(() => useWishes.setState({}, true));

const held = [{ emoji: '👍', count: 2, mine: true }, { emoji: '🎉', count: 1, mine: false }];

it('shows what was asked for at once', () => {
  wish('m1', '👍', false);
  wish('m1', '🎉', true);
  wish('m1', '🔥', true);

  expect(withWishes(held, useWishes.getState().m1)).toEqual([
    { emoji: '👍', count: 1, mine: false }, { emoji: '🎉', count: 2, mine: true }, { emoji: '🔥', count: 1, mine: true },
  ]);
});

it('takes the chip away with the last one', () => {
  wish('m1', '👍', false);

  expect(withWishes([{ emoji: '👍', count: 1, mine: true }], useWishes.getState().m1)).toEqual([]);
});

it('counts nobody twice where the server has said it already', () => {
  wish('m1', '👍', true);

  expect(withWishes(held, useWishes.getState().m1)).toEqual(held);
});

it('is as before once the wish is forgotten', () => {
  const forget = wish('m1', '🔥', true);

  forget();

  expect(withWishes(held, useWishes.getState().m1)).toEqual(held);
  expect(useWishes.getState()).toEqual({});
});

it('keeps the later of two wishes when the earlier is answered', () => {
  const forget = wish('m1', '🔥', true);
  wish('m1', '🔥', false);

  forget();

  expect(useWishes.getState().m1).toEqual({ '🔥': false });
});
