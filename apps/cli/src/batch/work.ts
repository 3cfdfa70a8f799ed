import { collect, SpecError } from '@neurofab/core';
import {
  type Asked,
  estimatePrint,
  examined,
  type Finding,
  FORMATS,
  type Format,
  type PlateLayout,
  type PlatePlan,
  type PlateScene,
  planJob,
  planPlate,
  plateNumbers,
  plateScene,
  renderPlan,
  standing,
} from '@neurofab/job';
import type { PrintPlan } from '@neurofab/printing';

/** What a thread is asked to do something with, a network or a plate: plain data, as is what comes of it. */
export type Task = NetworkTask | PlateTask;

export interface NetworkTask {
  readonly asked: Asked;
  /** Of a kilogram of filament. */
  readonly price: number | undefined;
}

export interface PlateTask {
  readonly number: number;
  readonly layout: PlateLayout;
  /** Those that the layout is of. */
  readonly networks: readonly { readonly name: string; readonly asked: Asked }[];
  readonly price: number | undefined;
}

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
    const { plan } = await plateOf(task, formats);
    return { findings: plan.findings, print: estimatePrint(plan, { price }) };
  }
  const plan = planJob(task.asked, { formats });
  return { findings: examined(plan, { formats }).findings, print: estimatePrint(plan, { price }) };
}

async function make(task: Task, formats: readonly Format[] = FORMATS): Promise<Made> {
  const plan = 'layout' in task ? (await plateOf(task, formats)).plan : planJob(task.asked, { formats });
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

/** What lies on a plate, and its plan. */
export async function plateOf(
  { number, layout, networks }: PlateTask,
  formats: readonly Format[],
): Promise<{ readonly plate: PlateScene; readonly plan: PlatePlan }> {
  const asked = [...new Set(networks.map((network) => network.asked))];
  const scenes = new Map(asked.map((each) => [each, standing(each).scene]));
  const placed = networks.map((network) => ({ name: network.name, scene: scenes.get(network.asked)! }));
  const plate = plateScene(layout, { networks: placed, title: `Plate ${number}` });
  const numbers = await plateNumbers(layout.places.length);
  const first = networks[layout.places[0].network]!.asked;
  return { plate, plan: planPlate(plate, { asked: first, name: `plate-${number}`, numbers, formats }) };
}
