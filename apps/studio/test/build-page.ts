import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';

const CONFIG = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

/** A file of a built page: code, with what it is made of and what it imports, or anything else. */
export type PageFile = Rolldown.OutputChunk | Rolldown.OutputAsset;

/** Builds the page into a folder, or another page by the same configuration, and gives its files, those of its workers too. */
export async function buildPage(folder: string, changes: InlineConfig = {}): Promise<readonly PageFile[]> {
  const files = new Map<string, PageFile>();
  const note: Plugin = {
    name: 'note-files',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        // To the page, the code of its workers is no more than bytes.
        if (!files.has(file.fileName)) files.set(file.fileName, file);
      }
    },
  };
  await build({
    configFile: CONFIG,
    logLevel: 'error',
    ...changes,
    build: { outDir: folder, emptyOutDir: true },
    plugins: [note],
    worker: { plugins: () => [note] },
  });
  return [...files.values()];
}
