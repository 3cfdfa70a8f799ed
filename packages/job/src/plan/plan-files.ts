import type { Backend, Scene } from '@neurofab/core';
import { countShells, isCut } from '@neurofab/core/internal';
import { bedCenter } from '@neurofab/printers';
import type { Asked } from '../asked/asked.ts';
import type { Settled } from '../asked/settle.ts';
import type { Finding } from '../findings/finding.ts';
import type { Format } from '../formats.ts';
import { onlyPortion, type Portion, portionsOf } from './portions.ts';

/** A file to write. */
export interface PlannedFile {
  /** With extension; a path where its output named one. */
  readonly name: string;
  /** Which of the outputs that were asked for it comes from. */
  readonly output: number;
  /** Set up for the printer. */
  readonly backend: Backend;
  /** What it holds: overlapping balls and rods, a closed body a part, one a slot, one for all, or none in source. */
  readonly bodies: 'shells' | 'solids' | 'slots' | 'fused' | 'none';
  /** Whether its pieces are put together; left out where they are as they are printed. */
  readonly isAssembled?: true;
  /** What of the scene goes into it; left out when all does. */
  readonly portion?: Portion;
  /** Its size, where that is known before it is made. */
  readonly bytes?: number;
}

interface FilesContext {
  readonly settled: Settled;
  readonly scene: Scene;
  readonly stem: string;
  readonly formats: readonly Format[];
}

export interface PlannedFiles {
  readonly files: readonly PlannedFile[];
  readonly findings: readonly Finding[];
}

/** The files that were asked for, each in the format and with the bodies that it, the printer and the model's colours want; of those without a name, `stem` is what stands before the extension. */
export function planFiles(
  asked: Pick<Asked, 'outputs'>,
  { settled, scene, stem, formats }: FilesContext,
): PlannedFiles {
  const { flavor, printer, size } = settled;
  const options = { flavor, size, bedCenter: printer && bedCenter(printer) };
  const backends = formats.map((format) => format(options));
  const usual = usualBackend(backends, settled);
  const findings: Finding[] = [];
  const files: PlannedFile[] = [];
  for (const [output, { name, format }] of (asked.outputs ?? [{}]).entries()) {
    const backend = format === undefined ? usual : backends.find(({ id }) => id === format);
    if (backend === undefined) {
      const path = ['outputs', output, 'format'];
      findings.push({ code: 'unknown-format', level: 'refusal', path, value: format! });
      continue;
    }
    const called = name ?? stem + backend.extensions[0];
    files.push(...filesOf({ name: called, output, backend }, scene, settled));
  }
  return { files, findings };
}

/** The format of outputs that say none. */
function usualBackend(backends: readonly Backend[], { split, format }: Settled): Backend | undefined {
  const splits = split !== undefined ? backends.find(({ holds }) => holds === 'body') : undefined;
  return splits ?? backends.find(({ id }) => id === format) ?? backends[0];
}

function filesOf(
  file: Pick<PlannedFile, 'name' | 'output' | 'backend'>,
  scene: Scene,
  settled: Settled,
): PlannedFile[] {
  const { name, backend } = file;
  const holds = backend.holds ?? 'parts';
  if (holds === 'source') return [{ ...file, bodies: 'none' }];
  const split = holds === 'body' ? settled.split : undefined;
  // What is not cut looks the same, joined or not.
  const isUnjoined = settled.shells || (holds === 'picture' && !isCut(scene));
  const bodies = isUnjoined ? 'shells' : split ? SPLIT_BODIES[split] : joined(backend, scene);
  const isAssembled = backend.isToShow === true && settled.show === 'assembled' && hasToBeAssembled(scene);
  const whole = { ...file, bodies, ...(isAssembled && { isAssembled }) } as const;
  const [stem, extension] = cutExtension(name);
  const portions = isAssembled ? [] : portionsOf(scene, split);
  if (portions.length === 0) return [{ ...whole, ...sizeOf(whole, scene) }];
  return portions.map(({ portion, name: ownName }) => {
    const own = { ...whole, name: `${stem}-${ownName}${extension}`, portion };
    return { ...own, ...sizeOf(own, scene) };
  });
}

const SPLIT_BODIES = { parts: 'solids', pieces: 'fused', slots: 'slots' } as const;

function hasToBeAssembled({ pieces }: Scene): boolean {
  return pieces.some(({ assembled }) => assembled !== undefined);
}

function joined({ holds, joinsOneColor = false }: Backend, { parts }: Scene): 'solids' | 'fused' {
  const isOneColor = parts.every(({ color }) => color === parts[0]!.color);
  return holds === 'body' || (joinsOneColor && isOneColor) ? 'fused' : 'solids';
}

/** The size of a file of shells; nothing if it is not known before, or the format refuses so many triangles anyway. */
function sizeOf(
  { backend, bodies, portion }: Pick<PlannedFile, 'backend' | 'bodies' | 'portion'>,
  scene: Scene,
): Pick<PlannedFile, 'bytes'> {
  if (backend.bytesOf === undefined || bodies !== 'shells') return {};
  const triangles = countShells(onlyPortion(scene, portion));
  return triangles > (backend.maxTriangles ?? Infinity) ? {} : { bytes: backend.bytesOf(triangles) };
}

/** A dot in front of a name begins no extension. */
function cutExtension(name: string): [stem: string, extension: string] {
  const [extension = ''] = /(?<=[^/\\])\.[^./\\]*$/.exec(name) ?? [];
  return [name.slice(0, name.length - extension.length), extension];
}
