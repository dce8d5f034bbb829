import { expect, it } from 'vitest';
import { newId } from './id';

it('is a version 7 UUID that sorts by its time', () => {
  const [early, late] = [newId(1_767_600_000_000), newId(1_767_600_000_001)];

  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(1_767_600_000_000);
  expect(early < late).toBe(true);
});
