import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds the page into a folder, which is emptied before.
 * @param {string} folder
 */
export async function buildPage(folder) {
  await build({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
}
