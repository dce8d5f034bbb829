import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

export const browserArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap(name => folders.map(folder => join(folder, name))).find(file => existsSync(file));
  if (!found) throw new Error(`No browser on the PATH: install one of ${names.join(', ')}.`);
  return found;
}
