import { enroll } from '../people/account';
import { startHost } from './start';

export const owner = 'owner';

/** One server for the whole suite. Its first account is made here, so that nobody in a test becomes owner by chance. */
export default async function serve() {
  const host = await startHost();
  process.env.STOGRAM_E2E_URL = host.url;
  await enroll(host.url, owner, 'Olga Owner');
  return host.stop;
}
