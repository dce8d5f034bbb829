import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const server = process.env.STOGRAM_URL ?? 'http://localhost:5080';

export default defineConfig({
  plugins: [
    react(),
    tailwind(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        id: '/',
        name: 'Stogram',
        short_name: 'Stogram',
        description: 'A messenger of your own',
        start_url: '/',
        display: 'standalone',
        background_color: '#f4f6fb',
        theme_color: '#2f63d8',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        // Half a megabyte of common passwords, for whoever chooses one; they come when somebody types.
        globIgnores: ['**/strength-*.js'],
        globPatterns: ['**/*.{js,css,html,svg,png}', '**/inter-{latin,cyrillic}-wght-normal-*.woff2'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/(api|hub|health|openapi|plugins|admin)(\/|$)/],
        cleanupOutdatedCaches: true,
        // A plugin's files are named by their hash: what was fetched once is right for ever, until it is dropped.
        runtimeCaching: [
          {
            urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/plugins/'),
            handler: 'CacheFirst',
            options: { cacheName: 'plugins', expiration: { maxEntries: 64 }, cacheableResponse: { statuses: [200] } },
          },
        ],
      },
    }),
  ],
  build: {
    outDir: '../host/Stogram.Host/wwwroot/app',
    emptyOutDir: true,
    // The CSP allows no data: fonts, so nothing may be inlined.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: { '/api': server, '/plugins': server, '/hub': { target: server, ws: true }, '/openapi': server },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: ['default', 'json'],
    outputFile: { json: '../artifacts/vitest-client.json' },
  },
});
