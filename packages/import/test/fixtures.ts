import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file that somebody else's program wrote, or one that belongs to such a file. */
export interface Fixture {
  /** Of the format it was put under, such as `onnx`. */
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The bytes of a file beside it. */
  readonly beside: (name: string) => Promise<Uint8Array | undefined>;
}

const ROOT = fileURLToPath(new URL('../../../test-fixtures/trained', import.meta.url));
/** What made the files, and what they are to give. */
const OTHERS = ['.py', '.cjs', '.js', '.mjs', '.md'];

/** All fixtures of all formats. */
export const FIXTURES: readonly Fixture[] = filesUnder(ROOT).map((path) => {
  const folder = dirname(join(ROOT, path));
  return {
    folder: path.split(sep)[0]!,
    name: basename(path),
    bytes: bytesOf(join(ROOT, path)),
    beside: async (name) => (readdirSync(folder).includes(name) ? bytesOf(join(folder, name)) : undefined),
  };
});

function filesUnder(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name !== 'expected.json' && !OTHERS.includes(extname(entry.name)),
    )
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .sort();
}

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}
