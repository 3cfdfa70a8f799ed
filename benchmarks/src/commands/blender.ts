import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contestant, MissingPeer } from '../contestant.ts';
import { command } from '../measure/command.ts';
import { inBenchmarks } from './paths.ts';
import { programVersion } from './program-version.ts';

/** Blender running the seed's script: the one in a given document, or ours, which calls the same operators. */
export function blenderScript(seedDocument: string | undefined): Contestant {
  return command({
    name: 'Blender',
    async prepare(file, folder) {
      if (programVersion('blender') === undefined) return new MissingPeer('blender is not installed');
      const script =
        seedDocument === undefined
          ? inBenchmarks('peers/blender_seed_network.py')
          : extracted(seedDocument, join(folder, 'seed_document.py'));
      const flags = ['--background', '--factory-startup', '--python-exit-code', '1'];
      const args = [...flags, '--python', inBenchmarks('peers/blender_run.py'), '--', script, file];
      return { program: 'blender', args };
    },
  });
}

/** Puts the Python of a Markdown document into a file; gives the file. */
function extracted(document: string, script: string): string {
  const blocks = [...readFileSync(document, 'utf8').matchAll(/^```python\r?\n(.*?)^```/gms)];
  if (blocks.length === 0) throw new Error(`${document} has no block of Python.`);
  writeFileSync(script, blocks.map(([, block]) => block).join('\n'));
  return script;
}
