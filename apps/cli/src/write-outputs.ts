import {
  type BodyMaker,
  type Bounds,
  type HexColor,
  type Scene,
  type Settings,
  shells,
} from '@neurofab/core';
import { type Drafts, inBlocks, withDrafts, writeSpecial } from './drafts.ts';
import { type Io, writeStdout } from './io.ts';
import { type BodySource, makeBodies } from './make-bodies.ts';
import { measureBodies } from './measure-bodies.ts';
import type { Output } from './plan-outputs.ts';

/** What became of an output; `--json` prints it as it is. */
export interface WrittenFile {
  readonly path: string;
  readonly format: string;
  readonly bytes: number;
  /** `null` for source formats, which have none. */
  readonly triangles: number | null;
  readonly bodies: readonly WrittenBody[];
  readonly boundsMm: Bounds;
}

export interface WrittenBody {
  readonly name: string;
  readonly color: HexColor;
  readonly slot: number;
  readonly triangles: number | null;
  readonly volumeMm3: number | null;
}

export interface WriteContext {
  readonly io: Io;
  readonly onProgress: (done: number) => void;
  /** What goes into the recipe of each file. */
  readonly settings: Settings;
  /** Whether somebody wants to know volumes and bounds. */
  readonly inDetail: boolean;
}

/** What making solid bodies counts for in the progress, against writing one file. */
const MAKER_WEIGHT = 4;

/**
 * Writes a scene to all outputs: first all bodies, then all bytes, then every file takes its place. A fault leaves all files
 * as they were. An output without a body, or one whose reader has gone, is not among the results.
 */
export async function writeOutputs(
  scene: Scene,
  outputs: readonly Output[],
  { io, onProgress, settings, inDetail }: WriteContext,
): Promise<WrittenFile[]> {
  const makers = [...new Set(outputs.flatMap(({ bodies }) => bodies ?? []))].filter(
    (maker) => maker !== shells,
  );
  const work = makers.length * MAKER_WEIGHT + outputs.length;
  const steps = (start: number, length: number) => (done: number) =>
    onProgress((start + length * done) / work);

  return withDrafts(io, async (drafts) => {
    const makerWork = makers.length * MAKER_WEIGHT;
    const source = await makeBodies(scene, makers, {
      signal: drafts.signal,
      onProgress: steps(0, makerWork),
    });
    const written: WrittenFile[] = [];
    for (const [i, output] of outputs.entries()) {
      const file = await writeOutput(output, {
        scene,
        source,
        drafts,
        io,
        onProgress: steps(makerWork + i, 1),
        settings,
        inDetail,
      });
      if (file !== undefined) written.push(file);
    }
    drafts.commit();
    return written;
  });
}

interface OutputContext extends WriteContext {
  readonly scene: Scene;
  readonly source: BodySource;
  readonly drafts: Drafts;
}

async function writeOutput(
  { path, target, backend, bodies, part }: Output,
  { scene, source, drafts, io, onProgress, settings, inDetail }: OutputContext,
): Promise<WrittenFile | undefined> {
  const { signal } = drafts;
  const measuring = bodies && measureBodies(source(bodies, part), { inDetail });
  const mayBeEmpty = part !== undefined && measuring !== undefined;
  if (mayBeEmpty && (await isEmpty(measuring.maker, scene))) return undefined;
  const chunks = backend.render(scene, { bodies: measuring?.maker, settings, signal, onProgress });
  let bytes: number | undefined;
  switch (target.kind) {
    case 'stdout':
      bytes = await streamToStdout(io, chunks);
      break;
    case 'special':
      bytes = await writeSpecial(path, target, chunks);
      break;
    case 'file':
      bytes = await drafts.write(path, target, chunks);
      break;
    default:
      throw unknownTarget(target);
  }
  if (bytes === undefined) return undefined;
  const measurement = measuring?.measurement();
  return {
    path,
    format: backend.id,
    bytes,
    triangles: measurement?.triangles ?? null,
    bodies:
      measurement?.bodies ??
      scene.parts.map(({ name, color, slot }) => ({ name, color, slot, triangles: null, volumeMm3: null })),
    boundsMm: measurement?.bounds ?? scene.bounds,
  };
}

/** Whether nothing of a part is left, because other parts cover it. */
async function isEmpty(maker: BodyMaker, scene: Scene): Promise<boolean> {
  return (await maker(scene)).triangles === 0;
}

/** Gives the number of bytes, or `undefined` if whoever reads them went before the end. */
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
