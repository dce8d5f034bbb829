import { enroll, named } from '../people/account';
import { startHost } from './start';

export const owner = 'owner';

/** One server for the whole suite. Its first account is made here, so that nobody in a test becomes owner by chance. */
export default async function serve() {
  const host = await startHost();
  const url = named(host.url);
  process.env.STOGRAM_E2E_URL = url;
  const olga = await enroll(url, owner, 'Olga Owner');
  // So that nobody is asked which organization, however many some tests make.
  const { organization } = await olga.me();
  await olga.patch(`/operator/organizations/${organization.id}`, { hosts: ['localhost'] });
  return host.stop;
}
