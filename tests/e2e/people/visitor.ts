import type { BrowserContext, Page } from '@playwright/test';
import { Watch } from './console';

/** A browser of its own, with everything it complains about. */
export class Visitor {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly watch: Watch,
  ) {}

  static async open(context: BrowserContext) {
    const watch = new Watch(context);
    return new Visitor(context, await context.newPage(), watch);
  }

  async goOffline() {
    this.watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/u);
    await this.context.setOffline(true);
  }

  async goOnline() {
    await this.context.setOffline(false);
  }
}
