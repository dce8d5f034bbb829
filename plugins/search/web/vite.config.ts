import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: {
    target: 'es2023',
    lib: { entry: 'src/activate.ts', formats: ['es'], fileName: () => 'search.js', cssFileName: 'search' },
    // Vite leaves the white space of ES libraries to whoever bundles them next: nobody does.
    rolldownOptions: { output: { minify: true } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: ['default', 'json'],
    outputFile: { json: '../../../artifacts/vitest-search.json' },
  },
});
