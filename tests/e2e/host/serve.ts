import { enroll, named } from '../people/account';
import { startSite } from './site';
import { startHost } from './start';

export const owner = 'owner';

/** One server for the whole suite. Its first account is made here, so that nobody in a test becomes owner by chance. */
export default async function serve() {
  const site = await startSite();
  const host = await startHost({ Stogram__Outside__Allow: site.place });
  const url = named(host.url);
  process.env.STOGRAM_E2E_URL = url;
  process.env.STOGRAM_E2E_SITE = `http://${site.place}`;
  const olga = await enroll(url, owner, 'Olga Owner');
  // So that nobody is asked which organization, however many some tests make.
  const { organization } = await olga.me();
  await olga.patch(`/operator/organizations/${organization.id}`, { hosts: ['localhost'] });
  return () => {
    site.stop();
    return host.stop();
  };
}
