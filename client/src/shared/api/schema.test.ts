// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';
import { eventTypes } from './types';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

it('is made from the document in docs: after a change there, run npm run types', async () => {
  const made = astToString(await openapiTS(JSON.parse(await readFile(`${root}/docs/openapi.json`, 'utf8'))));

  const kept = await readFile(`${root}/client/src/shared/api/schema.d.ts`, 'utf8');

  expect(kept.endsWith(made)).toBe(true);
}, 30_000);

it('hears every event that the page on realtime names, and no other', async () => {
  const page = await readFile(`${root}/docs/realtime.md`, 'utf8');
  const rows = page.slice(page.indexOf('## Events')).match(/^\| `[^|]*/gmu) ?? [];

  const named = rows.flatMap(row => [...row.matchAll(/`([a-z:-]+)`/gu)].map(([, name]) => name));

  // Whoever loads plugins hears of theirs.
  expect(named.toSorted()).toEqual([...eventTypes, 'plugin:changed'].toSorted());
});
