import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'happy-dom',
    include: ['*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: '../../artifacts/vitest-plugin-api.json' },
  },
});
