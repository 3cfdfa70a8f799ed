import type { Bounds } from '@neurofab/core';
import { type BodyContents, type RenderedFile, type RunnablePlan, renderPlan } from '@neurofab/job';
import { type Io, writeStdout } from '../io.ts';
import { type Drafts, inBlocks, withDrafts, writeSpecial } from './drafts.ts';
import type { PlacedFile } from './outputs.ts';

/** What became of a file; `--json` prints it as it is. */
export interface WrittenFile {
  readonly path: string;
  readonly format: string;
  readonly bytes: number;
  /** `null` for source and pictures, which have none. */
  readonly triangles: number | null;
  readonly bodies: readonly BodyContents[];
  readonly boundsMm: Bounds;
}

export interface WriteContext {
  readonly io: Io;
  readonly onProgress: (done: number) => void;
  /** Whether somebody wants to know volumes and bounds. */
  readonly inDetail: boolean;
}

/**
 * Writes the files of a plan: first all bytes, then every file takes its place. A fault leaves all files as they were. A file
 * without a body, or one whose reader has gone, is not among the results.
 */
export async function writeFiles(
  plan: RunnablePlan,
  placed: readonly PlacedFile[],
  { io, onProgress, inDetail }: WriteContext,
): Promise<WrittenFile[]> {
  return withDrafts(io, async (drafts) => {
    const written: WrittenFile[] = [];
    let next = 0;
    for await (const rendered of renderPlan(plan, { signal: drafts.signal, onProgress, inDetail })) {
      const { path, target } = placed[next++]!;
      const bytes = await writeFile(rendered, { path, target }, { drafts, io });
      if (bytes === undefined) continue;
      written.push({ path, format: rendered.file.backend.id, bytes, ...rendered.contents() });
    }
    drafts.commit();
    return written;
  });
}

/** Gives the number of bytes, or `undefined` if there are none, or whoever reads them went before the end. */
async function writeFile(
  { chunks }: RenderedFile,
  { path, target }: Pick<PlacedFile, 'path' | 'target'>,
  { drafts, io }: { readonly drafts: Drafts; readonly io: Io },
): Promise<number | undefined> {
  if (chunks === undefined) return undefined;
  switch (target.kind) {
    case 'stdout':
      return streamToStdout(io, chunks);
    case 'special':
      return writeSpecial(path, target, chunks);
    case 'file':
      return drafts.write(path, target, chunks);
    default:
      throw unknownTarget(target);
  }
}

async function streamToStdout(io: Io, chunks: AsyncIterable<Uint8Array>): Promise<number | undefined> {
  let bytes = 0;
  for await (const block of inBlocks(chunks)) {
    if (!(await writeStdout(io, block))) return undefined;
    bytes += block.length;
  }
  return bytes;
}

function unknownTarget(target: never): Error {
  return new Error(`Unknown target: ${JSON.stringify(target)}`);
}
