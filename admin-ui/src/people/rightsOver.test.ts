import { expect, it } from 'vitest';
import { ada, personOf } from '../testing/ada';
import { hindrance } from './rightsOver';
import { rolesFrom } from './rolesFrom';

const admin = { ...ada, id: '2', role: 'ADMIN' as const };

it('lets the owner change everybody but themselves', () => {
  expect(hindrance(ada, personOf('1', 'Ada', { role: 'OWNER' }))).toBe('self');
  expect(hindrance(ada, personOf('3', 'Bo', { role: 'ADMIN' }))).toBeNull();
  expect(rolesFrom(ada)).toContain('ADMIN');
});

it('keeps admins from the owner and from one another', () => {
  expect(hindrance(admin, personOf('1', 'Ada', { role: 'OWNER' }))).toBe('owner');
  expect(hindrance(admin, personOf('3', 'Bo', { role: 'ADMIN' }))).toBe('admin');
  expect(hindrance(admin, personOf('4', 'Mira', { role: 'GUEST' }))).toBeNull();
  expect(rolesFrom(admin)).not.toContain('ADMIN');
});
