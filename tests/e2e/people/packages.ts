import { readFile } from 'node:fs/promises';
import { artifacts } from '../host/paths';
import { owner } from '../host/serve';
import { enter, password } from './account';

interface ServerPlugin {
  id: string;
  packages: { version: string; missing: string[] }[];
}

/** Puts a plugin of the tests on the server, as an operator would, and gives a way to take it off again with its data. */
export async function install(url: string, plugin: string) {
  const { accessToken } = await enter(url, owner);
  const ask = async <T>(method: string, path: string, body: unknown, type = 'application/json') => {
    const headers = { Authorization: `Bearer ${accessToken}`, 'Content-Type': type };
    const answer = await fetch(`${url}/api/operator/plugins${path}`, { method, headers, body: body as BodyInit });
    const { success, data, error } = (await answer.json()) as { success: boolean; data: T; error?: { message: string } };
    if (!success) throw new Error(`${method} ${path}: ${error?.message}`);
    return data;
  };
  const zip = await readFile(`${artifacts}/test-plugins/${plugin}/${plugin}-1.0.0.zip`);
  const { packages: [newest] } = await ask<ServerPlugin>('POST', '', zip, 'application/zip');
  await ask('PUT', `/${plugin}`, JSON.stringify({ version: newest!.version, permissions: newest!.missing, password }));
  return () => ask('DELETE', `/${plugin}`, JSON.stringify({ purge: true, id: plugin, password }));
}
