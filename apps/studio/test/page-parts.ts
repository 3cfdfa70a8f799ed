import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import type { PageFile } from './build-page.ts';

type Chunk = Rolldown.OutputChunk;

/** The files of a built page by when they are loaded. */
export interface PageParts {
  /** Before the first picture: what the page names, and what that imports. */
  readonly first: readonly Chunk[];
  /** When a worker starts. */
  readonly worker: readonly Chunk[];
  /** To write files of all formats. */
  readonly writing: readonly Chunk[];
  /** For booleans alone. */
  readonly booleans: readonly PageFile[];
  /** What is loaded where there is text, over and above what plans. */
  readonly letters: readonly PageFile[];
}

/** What no file that is written needs, and is loaded when it is used: readers, what is said of a plan, letters, archives of files, and the kernel of booleans. */
const LATER =
  /[/\\](?:packages[/\\](?:import|inspect|lettering|words)|src[/\\]read|worker[/\\](?:exact|make-(?:plates|set)|open|picture-of|report-of)\.|node_modules[/\\]manifold-3d[/\\])/;

const LETTERING = /[/\\]packages[/\\]lettering[/\\]/;

const KERNEL = /([a-z]+)-[^/]*\.wasm$/;

/** Tells from its imports when each file is loaded. */
export function pageParts(files: readonly PageFile[]): PageParts {
  const chunks = new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  const entries = [...chunks.values()].filter(({ isEntry }) => isEntry);
  const page = entries.filter(({ facadeModuleId }) => facadeModuleId!.endsWith('.html'));
  const workers = entries.filter((entry) => !page.includes(entry));
  const named = (names: readonly string[]) => names.flatMap((name) => chunks.get(name) ?? []);
  const imports = (chunk: Chunk) => named(chunk.imports);
  const needed = (chunk: Chunk) => [
    ...imports(chunk),
    ...named(chunk.dynamicImports).filter(({ facadeModuleId }) => !LATER.test(facadeModuleId ?? '')),
  ];
  const writing = reached(workers, needed);
  const lettering = [...chunks.values()].filter(({ facadeModuleId }) => LETTERING.test(facadeModuleId ?? ''));
  const all = (chunk: Chunk) => [...imports(chunk), ...named(chunk.dynamicImports)];
  const kernel = (name: string) => files.filter(({ fileName }) => KERNEL.exec(fileName)?.[1] === name);
  return {
    first: reached(page, imports),
    worker: reached(workers, imports),
    writing,
    booleans: kernel('manifold'),
    letters: [...reached(lettering, all).filter((chunk) => !writing.includes(chunk)), ...kernel('harfbuzz')],
  };
}

/** What files take on their way, compressed as hosts compress them. */
export function gzippedKibibytes(files: readonly PageFile[]): number {
  const sizes = files.map((file) => gzipSync(file.type === 'chunk' ? file.code : file.source).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** All chunks that some lead to, themselves among them. */
function reached(from: readonly Chunk[], next: (chunk: Chunk) => readonly Chunk[]): Chunk[] {
  const found = new Set(from);
  // What is added while the set is walked is walked too.
  for (const chunk of found) for (const other of next(chunk)) found.add(other);
  return [...found];
}
