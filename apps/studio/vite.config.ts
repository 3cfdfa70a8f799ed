import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';
import { licences } from './vite/licences.ts';
import { offline } from './vite/offline.ts';

const { worker, page } = licences();

// The same page is built whoever asks: tests say here that they are tests.
process.env.NODE_ENV = 'production';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The page may lie in any folder of a host.
  base: './',
  resolve: { conditions: ['@neurofab/source', ...defaultClientConditions] },
  worker: { format: 'es', plugins: () => [worker] },
  plugins: [page, offline()],
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
});
