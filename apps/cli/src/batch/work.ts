import { collect, SpecError } from '@neurofab/core';
import {
  type Asked,
  type AskedPlate,
  estimatePrint,
  examined,
  type Finding,
  FORMATS,
  type Format,
  planJob,
  plateOf,
  renderPlan,
} from '@neurofab/job';
import type { PrintPlan } from '@neurofab/printing';

/** What a thread is asked to do something with, a network or a plate: plain data, as is what comes of it. */
export type Task = NetworkTask | PlateTask;

export interface NetworkTask {
  readonly asked: Asked;
  /** Of a kilogram of filament. */
  readonly price: number | undefined;
}

export interface PlateTask extends AskedPlate, Pick<NetworkTask, 'price'> {}

/** What printing a network, or a plate of them, shows. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly print: PrintPlan | undefined;
}

/** The bytes of each file of a network or a plate, `undefined` for one without a body; or what is wrong with it. */
export type Made =
  | { readonly files: readonly (Uint8Array | undefined)[] }
  | { readonly faults: readonly string[] };

/** What can be done with a network or a plate. */
export interface Work {
  readonly judge: (task: Task, formats?: readonly Format[]) => Promise<Judgement>;
  readonly make: (task: Task, formats?: readonly Format[]) => Promise<Made>;
}

export const WORK: Work = { judge, make };

async function judge(task: Task, formats: readonly Format[] = FORMATS): Promise<Judgement> {
  const { price } = task;
  if ('layout' in task) {
    const { plan } = await plateOf(task, { formats });
    return { findings: plan.findings, print: estimatePrint(plan, { price }) };
  }
  const plan = planJob(task.asked, { formats });
  return { findings: examined(plan, { formats }).findings, print: estimatePrint(plan, { price }) };
}

async function make(task: Task, formats: readonly Format[] = FORMATS): Promise<Made> {
  const plan = 'layout' in task ? (await plateOf(task, { formats })).plan : planJob(task.asked, { formats });
  try {
    const files: (Uint8Array | undefined)[] = [];
    for await (const { chunks } of renderPlan(plan)) files.push(chunks && (await collect(chunks)));
    return { files };
  } catch (error) {
    // Of a thread only plain data comes back whole.
    if (error instanceof SpecError) return { faults: error.message.split('\n') };
    throw error;
  }
}
