import type { Asked } from '../asked/asked.ts';
import type { PlanOptions } from '../plan/plan-job.ts';
import { standing } from '../plan/standing.ts';
import type { PlateLayout } from './arrange-plates.ts';
import { type PlatePlan, planPlate } from './plan-plate.ts';
import { plateNumbers } from './plate-numbers.ts';
import { type PlateScene, plateScene } from './plate-scene.ts';

/** A plate as plain data. */
export interface AskedPlate {
  /** What it and its files are called after. */
  readonly number: number;
  readonly layout: PlateLayout;
  /** Those that the layout was found for, by the names that they have on plates. What is one object is laid out once. */
  readonly networks: readonly { readonly name: string; readonly asked: Asked }[];
}

/** What lies on a plate, and what is made of it: its file and a picture. */
export async function plateOf(
  { number, layout, networks }: AskedPlate,
  options: PlanOptions = {},
): Promise<{ readonly plate: PlateScene; readonly plan: PlatePlan }> {
  const asked = [...new Set(networks.map((network) => network.asked))];
  const scenes = new Map(asked.map((each) => [each, standing(each).scene]));
  const placed = networks.map((network) => ({ name: network.name, scene: scenes.get(network.asked)! }));
  const plate = plateScene(layout, { networks: placed, title: `Plate ${number}` });
  const numbers = await plateNumbers(layout.places.length);
  const first = networks[layout.places[0].network]!.asked;
  return { plate, plan: planPlate(plate, { ...options, asked: first, name: `plate-${number}`, numbers }) };
}
