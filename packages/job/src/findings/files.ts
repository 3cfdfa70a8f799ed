import type { Scene, Settings } from '@neurofab/core';
import type { Asked } from '../asked/asked.ts';
import type { PlannedFile } from '../plan/plan-files.ts';
import type { Finding } from './finding.ts';

/** FAT32 holds no file of 4 GiB, and programs that count bytes in 32 bits read none. */
const LARGE_BYTES = 4e9;

/** The first file that has no room for all of the recipe: others of its format have no more. */
export function recipeFindings(scene: Scene, files: readonly PlannedFile[], settings: Settings): Finding[] {
  for (const { name: file, output, backend } of files) {
    const value = backend.keepsOfRecipe?.(scene, settings);
    if (value === undefined) continue;
    return value === 'all'
      ? []
      : [{ code: 'recipe-cut', level: 'warning', path: ['outputs', output], file, value }];
  }
  return [];
}

/** Files of 4 GB and more, where their size is known before they are made: STL of shells. */
export function largeFileFindings(files: readonly PlannedFile[]): Finding[] {
  return files.flatMap(({ name, output, bytes = 0 }): Finding[] =>
    bytes < LARGE_BYTES
      ? []
      : [
          {
            code: 'large-file',
            level: 'warning',
            path: ['outputs', output],
            file: name,
            value: bytes,
            limit: LARGE_BYTES,
          },
        ],
  );
}

/** What was asked for and makes no difference, to a file or to all. */
export function idleFindings(files: readonly PlannedFile[], { split, flavor, show, size }: Asked): Finding[] {
  const findings: Finding[] = [];
  for (const { name, output, backend } of split ? files : []) {
    if (backend.holds === 'body') continue;
    const about = { level: 'note', path: ['outputs', output], file: name } as const;
    findings.push({ ...about, code: 'nothing-to-split', format: backend.label });
  }
  const isFlavored = files.some(({ backend }) => backend.flavors !== undefined);
  if (flavor !== undefined && files.length > 0 && !isFlavored) {
    findings.push({ code: 'nothing-of-a-flavor', level: 'note', path: ['flavor'] });
  }
  if (show !== undefined && files.length > 0 && !files.some(({ backend }) => backend.isToShow)) {
    findings.push({ code: 'nothing-to-show', level: 'note', path: ['show'] });
  }
  if (size !== undefined && files.length > 0 && !files.some(({ backend }) => backend.holds === 'picture')) {
    findings.push({ code: 'nothing-to-size', level: 'note', path: ['size'] });
  }
  return findings;
}
