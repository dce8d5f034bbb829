// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

it('is made from the document in docs: after a change there, run npm run types', async () => {
  const made = astToString(await openapiTS(JSON.parse(await readFile(`${root}/docs/openapi.json`, 'utf8'))));

  const kept = await readFile(`${root}/client/src/shared/api/schema.d.ts`, 'utf8');

  expect(kept.endsWith(made)).toBe(true);
}, 30_000);
