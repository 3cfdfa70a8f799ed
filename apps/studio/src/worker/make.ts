import { collect, specText } from '@neurofab/core';
import { type Asked, type Plan, planJob, type RunnablePlan, renderPlan } from '@neurofab/job';
import type { AskedFile } from './handlers.ts';
import { withLetters } from './letters.ts';
import type { GivenFile } from './open.ts';

/** A file that is ready to be saved. */
export interface MadeFile extends GivenFile {
  readonly mediaType: string;
}

/** What is asked for as one file, in the format that is named or else in the one that the printer wants, called after its title. */
export async function planFile(asked: Asked, format?: string): Promise<Plan> {
  const fileName = asked.fileName ?? asked.network?.name;
  const outputs = [format === undefined ? {} : { format }];
  return planJob({ ...(await withLetters(asked)), fileName, outputs });
}

/** Makes the file that is asked for, or files where it is split. */
export async function make({ asked, format }: AskedFile, tell: (done: number) => void): Promise<MadeFile[]> {
  return makePlanned(await planFile(asked, format), tell);
}

/** Makes the files of a plan. */
export async function makePlanned(plan: RunnablePlan, tell: (done: number) => void): Promise<MadeFile[]> {
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
export async function specFile(asked: Asked): Promise<MadeFile> {
  const { spec, files } = await planFile(asked);
  const bytes = new TextEncoder().encode(specText(spec));
  return { name: files[0]!.name.replace(/\.[^.]*$/, '.json'), mediaType: 'application/json', bytes };
}
