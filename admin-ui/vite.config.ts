import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.STOGRAM_URL ?? 'http://localhost:5080';

export default defineConfig({
  base: '/admin/',
  // One mark and one early script for both apps.
  publicDir: '../client/public',
  plugins: [react(), tailwind()],
  // The client's parts must share one React and one i18n instance with the page they are on.
  resolve: { dedupe: ['react', 'react-dom', 'i18next', 'react-i18next'] },
  build: {
    outDir: '../host/Stogram.Host/wwwroot/admin',
    emptyOutDir: true,
    // The CSP allows no data: fonts, so nothing may be inlined.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': server } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: ['default', 'json'],
    outputFile: { json: '../artifacts/vitest-admin-ui.json' },
  },
});
