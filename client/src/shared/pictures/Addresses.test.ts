import { expect, it, vi } from 'vitest';
import { Addresses } from './Addresses';

it('fetches a picture once, however often and by whomever it is shown', async () => {
  const fetch = vi.fn(async (id: string) => new Blob([id]));
  const addresses = new Addresses(fetch, 2);

  const shown = await Promise.all([addresses.of('ada'), addresses.of('ada'), addresses.of('bo')]);

  expect(fetch.mock.calls).toEqual([['ada'], ['bo']]);
  expect(shown[0]).toBe(shown[1]);
});

it('lets the oldest go and fetches it again when it is wanted', async () => {
  const fetch = vi.fn(async (id: string) => new Blob([id]));
  const addresses = new Addresses(fetch, 2);

  for (const id of ['ada', 'bo', 'mira', 'ada']) await addresses.of(id);

  expect(fetch.mock.calls.flat()).toEqual(['ada', 'bo', 'mira', 'ada']);
});

it('asks again after a failure', async () => {
  const fetch = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(new Blob(['x']));
  const addresses = new Addresses(fetch, 2);

  await addresses.of('ada').catch(() => null);

  expect(await addresses.of('ada')).toMatch(/^blob:/u);
});
