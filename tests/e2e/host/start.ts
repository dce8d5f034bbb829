import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createDatabase } from './database';
import { contentRoot, program } from './paths';

export interface Host {
  url: string;
  /** As a power cut would, and up again at the same address on what is left. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** The real server as its own process, on a data folder and a database of its own. */
export async function startHost(settings: Record<string, string> = {}): Promise<Host> {
  const data = await mkdtemp(join(tmpdir(), 'stogram-e2e-'));
  const database = await createDatabase();
  const run = (urls: string) => spawn('dotnet', [program, '--data', data, '--urls', urls], {
    env: {
      ...process.env,
      ASPNETCORE_CONTENTROOT: contentRoot,
      // What the journeys do in a minute, people do in a day.
      Stogram__RateLimits__Enabled: 'false',
      ...settings,
      ...(database && { Stogram__Database__ConnectionString: database.connectionString }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const clean = async () => {
    await database?.drop();
    await rm(data, { recursive: true, force: true });
  };
  let host = run('http://127.0.0.1:0');
  try {
    const url = await ready(host);
    const crash = async () => {
      const exited = once(host, 'exit');
      host.kill('SIGKILL');
      await exited;
      host = run(url);
      await ready(host);
    };
    return { url, crash, stop: () => end(host).finally(clean) };
  } catch (error) {
    await clean();
    throw error;
  }
}

async function ready(host: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: host.stdout! })) {
    const [, url] = line.match(/^Stogram is ready at (\S+)/u) ?? [];
    if (!url) continue;
    host.stdout!.resume();
    return url;
  }
  throw new Error('The server ended before it was ready.');
}

async function end(host: ChildProcess) {
  if (host.exitCode === null) {
    const exited = once(host, 'exit');
    host.kill('SIGTERM');
    await exited;
  }
  if (host.exitCode !== 0) throw new Error(`The server ended with code ${host.exitCode}.`);
}
