import { test as base, type BrowserContextOptions, expect } from '@playwright/test';
import { Account, enroll } from './account';
import { signIn } from './deeds';
import { Person } from './person';
import { Visitor } from './visitor';

export { expect };

export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

interface Fixtures {
  /** A browser of somebody whom the server does not know. */
  visit(options?: BrowserContextOptions): Promise<Visitor>;
  /** Somebody who has an account and has just signed in. */
  join(name: string, options?: BrowserContextOptions): Promise<Person>;
  /** Somebody who has an account and no browser open. */
  enroll(name: string): Promise<Account>;
}

let count = 0;

/** Unique, since all tests share one server. */
export const usernameFor = (name: string) =>
  `${name.toLowerCase().replaceAll(/[^a-z]/gu, '') || 'person'}.${process.pid}.${(count += 1)}`;

export const test = base.extend<Fixtures>({
  enroll: async ({ baseURL }, use) => {
    await use(name => enroll(baseURL!, usernameFor(name), name));
  },

  visit: async ({ browser, baseURL }, use) => {
    const visitors: Visitor[] = [];
    await use(async options => {
      const context = await browser.newContext({ baseURL, locale: 'en-GB', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
      const visitor = await Visitor.open(context);
      visitors.push(visitor);
      return visitor;
    });
    await Promise.all(visitors.map(visitor => visitor.context.close()));
    expect(visitors.flatMap(visitor => visitor.watch.unexpected), 'nothing unexpected on the console').toEqual([]);
  },

  // The service worker has its own journey; elsewhere its download of the whole app would only take time.
  join: async ({ visit, enroll }, use) => {
    await use(async (name, options) => {
      const [account, visitor] = await Promise.all([enroll(name), visit({ serviceWorkers: 'block', ...options })]);
      await signIn(visitor.page, account.username);
      return new Person(account, visitor);
    });
  },
});
