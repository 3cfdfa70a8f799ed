import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import type { KeptPage } from '../src/offline/service-worker.ts';

const SERVICE_WORKER = fileURLToPath(new URL('../src/offline/service-worker.ts', import.meta.url));

/** Adds `service-worker.js` to a page that was built; it knows all files of the page, those of `public` among them. */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: async ({ dir }) => {
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define: { PAGE: JSON.stringify(keptPage(dir!)) },
          build: {
            outDir: dir!,
            emptyOutDir: false,
            rolldownOptions: {
              input: SERVICE_WORKER,
              // Not every browser has service workers that are modules.
              output: { format: 'iife', entryFileNames: 'service-worker.js' },
            },
          },
        });
      },
    },
  };
}

function keptPage(folder: string): KeptPage {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const files = Object.fromEntries(
    paths.map((path) => [addressOf(path), `sha256-${sha256(readFileSync(join(folder, path)))}`]),
  );
  return { version: sha256(JSON.stringify(files)), files };
}

/** Where a file is, seen from the page: the page itself by its folder, as hosts may turn `index.html` away to it. */
function addressOf(path: string): string {
  return path === 'index.html' ? './' : path.split(sep).join('/');
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('base64');
}
