import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The folder with trained networks of others, which are not part of this repository; `undefined` where it is missing. */
export const SHARED: string | undefined = [
  process.env.NEUROFAB_TRAINED,
  join(ROOT, '../shared/trained'),
].find((folder) => folder !== undefined && existsSync(join(folder, 'real/EXPECTED.tsv')));

/** What a file of others is to give: layers and activations, or the kind of a refusal. */
export interface Expected {
  readonly file: string;
  /** Such as `2-4-1`, or `refused`. */
  readonly layers: string;
  /** Joined by commas, empty where unknown; or the kind of the refusal. */
  readonly activations: string;
  /** A phrase of a note or of the refusal; may be empty. */
  readonly note: string;
}

/** The table of what networks of others are to give, of those whose name ends in one of `endings`. */
export function expectedOf(...endings: readonly string[]): readonly Expected[] {
  if (SHARED === undefined) return [];
  const [, ...rows] = readFileSync(join(SHARED, 'real/EXPECTED.tsv'), 'utf8').trimEnd().split('\n');
  return rows
    .map((row) => row.split('\t'))
    .map(([file = '', layers = '', activations = '', note = '']) => ({ file, layers, activations, note }))
    .filter(({ file }) => endings.some((ending) => file.endsWith(ending)));
}

/** The bytes of a file of that folder, such as `bad/laughs.pkl`. */
export function sharedFile(path: string): Uint8Array {
  if (SHARED === undefined) throw new Error('The folder with trained networks is missing.');
  return new Uint8Array(readFileSync(join(SHARED, path)));
}

/** The bytes of a file of `test-fixtures/trained`. */
export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(ROOT, 'test-fixtures/trained', path)));
}
