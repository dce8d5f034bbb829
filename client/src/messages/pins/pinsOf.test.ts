import { expect, it } from 'vitest';
import type { Message } from '../../shared/api/types';
import { pinsOf } from './pinsOf';

const message = (seq: number, rev: number, more: Partial<Message> = {}) => ({ seq, rev, isPinned: true, isDeleted: false, ...more }) as Message;

it('joins what the server listed with what is held, oldest first', () => {
  expect(pinsOf([message(9, 9), message(2, 2)], [message(5, 5)]).map(row => row.seq)).toEqual([2, 5, 9]);
});

it('drops what is known to be unpinned or deleted since', () => {
  expect(pinsOf([message(1, 1), message(2, 2)], [message(1, 3, { isPinned: false }), message(2, 4, { isDeleted: true })])).toEqual([]);
});

it('believes the server where it knows more', () => {
  expect(pinsOf([message(1, 5)], [message(1, 3, { isPinned: false })]).map(row => row.seq)).toEqual([1]);
});
