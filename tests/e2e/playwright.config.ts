import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './host/browser';
import { artifacts } from './host/paths';

export default defineConfig({
  testDir: '.',
  globalSetup: './host/serve.ts',
  outputDir: `${artifacts}/e2e`,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 90_000,
  // A shared machine stalls a browser now and then for longer than anybody's patience; the report names who needed it.
  retries: 1,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['junit', { outputFile: process.env.STOGRAM_E2E_REPORT ?? `${artifacts}/test/e2e.xml` }]],
  use: {
    baseURL: process.env.STOGRAM_E2E_URL,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    actionTimeout: 20_000,
    launchOptions: { executablePath: findBrowser(), args: browserArguments },
  },
});
