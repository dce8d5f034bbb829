import type { BrowserContext, Page } from '@playwright/test';

/** Collects what a page complains about; a test names beforehand what it provokes. */
export class Watch {
  readonly #troubles: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on('page', page => this.#follow(page));
    context.on('console', message => {
      if (message.type() === 'error') this.#note(`${message.text()} ${message.location().url}`);
    });
  }

  expect(trouble: RegExp) {
    this.#expected.push(trouble);
  }

  get unexpected() {
    return this.#troubles.filter(trouble => !this.#expected.some(pattern => pattern.test(trouble)));
  }

  #follow(page: Page) {
    page.on('pageerror', error => this.#note(`page error: ${error.message}`));
    page.on('crash', () => this.#note('the page crashed'));
  }

  #note(trouble: string) {
    this.#troubles.push(trouble);
  }
}
