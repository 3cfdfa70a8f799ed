// Makes bundle/, which is what npm gets: a process that loads a few files starts in half the time of one that loads three
// hundred, and nothing has to be installed beside it.
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from '@neurofab/studio/build-page';
import { licencesOf } from '@neurofab/studio/licences-of';
import { rolldown } from 'rolldown';

const app = fileURLToPath(new URL('..', import.meta.url));
const folder = join(app, 'bundle');

rmSync(folder, { recursive: true, force: true });
const build = await rolldown({
  // The second is what threads run, which Node starts by the name of its file.
  input: { neurofab: join(app, 'bin/neurofab.js'), 'batch-thread': join(app, 'dist/batch/batch-thread.js') },
  platform: 'node',
});
const { output } = await build.write({
  dir: folder,
  chunkFileNames: '[name].js',
  codeSplitting: {
    groups: [
      { name: 'shared', test: /packages[/\\](?!solid|import)/, minShareCount: 2 },
      { name: 'trained', test: /packages[/\\]import/, minShareCount: 2 },
    ],
  },
});
const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
writeFileSync(join(folder, 'LICENSES.txt'), licencesOf(modules));
// Both look for it beside their own module.
for (const kernel of ['manifold-3d/manifold.wasm', 'harfbuzzjs/dist/harfbuzz.wasm']) {
  copyFileSync(fileURLToPath(import.meta.resolve(kernel)), join(folder, basename(kernel)));
}
await buildPage(join(folder, 'studio'));
