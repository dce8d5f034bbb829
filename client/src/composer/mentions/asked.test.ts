import { expect, it } from 'vitest';
import type { Member } from '../../shared/api/types';
import { askedAt, matching, withName } from './asked';

const member = (userId: string, username: string, displayName: string) => ({ userId, user: { username, displayName } }) as Member;
const members = [member('1', 'ada', 'Ada Lovelace'), member('2', 'bo', 'Bo Adams'), member('3', 'cy', 'Cy')];

it('asks for the name right before the cursor, and not inside of an address', () => {
  expect(askedAt('Hello @ad', 9)).toEqual({ at: 6, said: 'ad' });
  expect(askedAt('(@', 2)).toEqual({ at: 1, said: '' });
  expect(askedAt('ada@ex', 6)).toBeNull();
  expect(askedAt('@ada is', 7)).toBeNull();
});

it('finds by username and by any word of the name, who wrote last first', () => {
  expect(matching(members, 'ad', new Map([['2', 9]])).map(row => row.userId)).toEqual(['2', '1']);
  expect(matching(members, 'x', new Map())).toEqual([]);
});

it('writes the name out and leaves one space behind it', () => {
  expect(withName('Hello @ad there', { at: 6, said: 'ad' }, 'ada')).toEqual({ text: 'Hello @ada there', cursor: 11 });
});
