import { collect, specText } from '@neurofab/core';
import { type Asked, type Plan, planJob, renderPlan } from '@neurofab/job';
import type { AskedFile } from './handlers.ts';
import type { GivenFile } from './open.ts';

/** A file that is ready to be saved. */
export interface MadeFile extends GivenFile {
  readonly mediaType: string;
}

/** What is asked for as one file, in the format that is named or else in the one that the printer wants, called after its title. */
export function planFile(asked: Asked, format?: string): Plan {
  const fileName = asked.fileName ?? asked.network?.name;
  return planJob({ ...asked, fileName, outputs: [format === undefined ? {} : { format }] });
}

/** Makes the file that is asked for, or files where it is split. */
export async function make({ asked, format }: AskedFile, tell: (done: number) => void): Promise<MadeFile[]> {
  const plan = planFile(asked, format);
  const files: MadeFile[] = [];
  try {
    for await (const { file, chunks } of renderPlan(plan, { onProgress: tell })) {
      if (chunks === undefined) continue;
      files.push({ name: file.name, mediaType: file.backend.mediaType, bytes: await collect(chunks) });
    }
  } catch (error) {
    // Few networks need booleans, and those bring a kernel of their own.
    throw /WebAssembly|wasm/i.test(String(error)) ? new Error(NO_KERNEL) : error;
  }
  return files;
}

const NO_KERNEL =
  'This browser runs no WebAssembly, which it takes to join this network: OpenSCAD source does without.';

/** What was given of the network, as the command's `--print-spec` has it. */
export function specFile(asked: Asked): MadeFile {
  const { spec, files } = planFile(asked);
  const bytes = new TextEncoder().encode(specText(spec));
  return { name: files[0]!.name.replace(/\.[^.]*$/, '.json'), mediaType: 'application/json', bytes };
}
