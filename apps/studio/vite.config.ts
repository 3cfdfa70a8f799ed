import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';
import { licences } from './vite/licences.ts';
import { offline } from './vite/offline.ts';

const { worker, page } = licences();

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
    modulePreload: { polyfill: false },
  },
});
