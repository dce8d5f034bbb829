import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export interface Database {
  connectionString: string;
  drop(): Promise<void>;
}

/** A fresh database on the server of the tests; null where none is given: the host then runs its own. */
export async function createDatabase(): Promise<Database | null> {
  const server = process.env.STOGRAM_TEST_POSTGRES;
  if (!server) return null;
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  await run(server, `create database ${name}`);
  return {
    connectionString: `${server};Database=${name}`,
    drop: () => run(server, `drop database ${name} with (force)`),
  };
}

async function run(server: string, sql: string) {
  const said = new Map(server.split(';').map(pair => {
    const [key = '', value = ''] = pair.split(/=(.*)/su);
    return [key.trim().toLowerCase(), value.trim()] as const;
  }));
  const client = new Client({
    host: said.get('host'),
    port: Number(said.get('port') ?? 5432),
    user: said.get('username'),
    password: said.get('password'),
    database: said.get('database'),
  });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
