import { expect, it } from 'vitest';
import { refuse } from './refuse';

const api = (maxFileSize: number, left: number | null) => ({ limits: () => Promise.resolve({ maxFileSize, left }) });

it('lets through what fits', async () => {
  await expect(refuse(api(100, null), 100)).resolves.toBeUndefined();
  await expect(refuse(api(100, 50), 50)).resolves.toBeUndefined();
});

it('says how large a file may be', () =>
  expect(refuse(api(100, null), 101)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE', details: { limit: 100 } }));

it('says when the storage is full', () =>
  expect(refuse(api(100, 50), 51)).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' }));

it('leaves it to the server where that cannot be asked', () =>
  expect(refuse({ limits: () => Promise.reject(new Error('offline')) }, 1e12)).resolves.toBeUndefined());
