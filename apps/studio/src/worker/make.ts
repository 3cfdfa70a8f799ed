import { collect, specText } from '@neurofab/core';
import { type Asked, type Plan, planJob, renderPlan, safeFileName, standing } from '@neurofab/job';
import type { GivenFile } from './open.ts';
import { slicerSteps } from './shim.ts';

/** A file that is ready to be saved. */
export interface MadeFile extends GivenFile {
  readonly mediaType: string;
}

/** What was made, and what to click in the slicer with it. */
export interface Made {
  readonly files: readonly MadeFile[];
  readonly steps: readonly string[];
}

/** What is asked for as one file, in the format that is named or else in the one that the printer wants. */
export function planFile(asked: Asked, format?: string): Plan {
  return planJob({ ...asked, outputs: [format === undefined ? {} : { format }] });
}

export interface MakeOptions {
  readonly format?: string | undefined;
  readonly tell: (done: number) => void;
}

/** Makes the file of a plan, or files where it is split, and says what to do with it. */
export async function make(asked: Asked, { format, tell }: MakeOptions): Promise<Made> {
  const plan = planFile(asked, format);
  const files: MadeFile[] = [];
  for await (const { file, chunks } of renderPlan(plan, { onProgress: tell })) {
    if (chunks === undefined) continue;
    files.push({ name: file.name, mediaType: file.backend.mediaType, bytes: await collect(chunks) });
  }
  return { files, steps: slicerSteps(plan) };
}

/** What was given of the network, as the command's `--print-spec` has it. */
export function specFile(asked: Asked): MadeFile {
  const { spec } = standing(asked);
  const text = specText(spec);
  return {
    name: `${safeFileName(spec.name) ?? 'network'}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(text),
  };
}
