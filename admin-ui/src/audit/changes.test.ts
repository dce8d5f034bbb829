import { expect, it } from 'vitest';
import { changesOf } from './changes';

it('tells what changed and leaves out what stayed', () => {
  const before = { name: 'Acme', signUp: 'OPEN' };
  const after = { name: 'Acme', signUp: 'INVITE' };

  expect(changesOf({ before, after })).toEqual([{ name: 'signUp', before: 'OPEN', after: 'INVITE' }]);
});

it('tells what came and what went', () => {
  expect(changesOf({ before: null, after: { role: 'GUEST' } })).toEqual([{ name: 'role', before: '', after: 'GUEST' }]);
  expect(changesOf({ before: { username: 'bo' }, after: null })).toEqual([{ name: 'username', before: 'bo', after: '' }]);
});
