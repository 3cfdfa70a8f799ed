import { SpecError } from '@neurofab/core';
import {
  type Asked,
  estimatePrint,
  examined,
  type Finding,
  FORMATS,
  type Format,
  planJob,
  renderPlan,
} from '@neurofab/job';
import type { PrintPlan } from '@neurofab/printing';

/** What a thread is asked to do with one network: plain data, as is what comes of it. */
export interface Task {
  readonly asked: Asked;
  /** Of a kilogram of filament. */
  readonly price: number | undefined;
}

/** What printing a network shows. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly print: PrintPlan | undefined;
}

/** The bytes of each file of a network, `undefined` for one without a body; or what is wrong with it. */
export type Made =
  | { readonly files: readonly (Uint8Array | undefined)[] }
  | { readonly faults: readonly string[] };

/** What can be done with a network. */
export interface Work {
  readonly judge: (task: Task, formats?: readonly Format[]) => Promise<Judgement>;
  readonly make: (task: Task, formats?: readonly Format[]) => Promise<Made>;
}

export const WORK: Work = { judge, make };

async function judge({ asked, price }: Task, formats: readonly Format[] = FORMATS): Promise<Judgement> {
  const plan = planJob(asked, { formats });
  return { findings: examined(plan, { formats }).findings, print: estimatePrint(plan, { price }) };
}

async function make({ asked }: Task, formats: readonly Format[] = FORMATS): Promise<Made> {
  try {
    const files: (Uint8Array | undefined)[] = [];
    for await (const { chunks } of renderPlan(planJob(asked, { formats }))) {
      files.push(chunks && (await joined(chunks)));
    }
    return { files };
  } catch (error) {
    // Of a thread only plain data comes back whole.
    if (error instanceof SpecError) return { faults: error.message.split('\n') };
    throw error;
  }
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  const bytes = new Uint8Array(all.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const chunk of all) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
