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
  worker: {
    format: 'es',
    plugins: () => [worker],
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What draws is smaller in one file than in six that pictures of all formats share.
          groups: [{ name: 'draw', test: /packages[\\/]picture[\\/]src[\\/](?:draw|gif|png|thumbnail)/ }],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
  plugins: [page, offline()],
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
