import type { HexColor } from '@neurofab/core';
import { PROCESSES, type Printer } from '@neurofab/printers';
import { TOWER_ROOM } from '../findings/bed.ts';
import type { Plan } from '../plan/plan-job.ts';
import { type Area, type Lying, pack } from './pack.ts';
import { type PlatePieces, platePieces, waysOf } from './plate-pieces.ts';

/** Networks that are printed together: where each lies, and in which order their colours take slots. Plain data. */
export interface PlateLayout {
  readonly places: readonly [Place, ...Place[]];
  /** Those of all networks that can share plates with these. */
  readonly colors: readonly HexColor[];
}

/** Where a network lies on a plate, or what of it has to lie on one. */
export interface Place extends Lying {
  /** Its index among the networks. */
  readonly network: number;
  /** Which of the plates that it would take alone. */
  readonly part: number;
}

/** What a plate has to be known of a network, whose plan is not refused and has a printer whose bed is known. */
export type NetworkPlan = Pick<Plan, 'scene' | 'printer' | 'files' | 'settings'>;

/**
 * The fewest plates that were found for networks, in their order as far as that costs no plate: those of one printer, format and height of
 * layers together, as many as its bed and its slots hold, in several colours with room for a tower. One that takes a bed for itself has it.
 */
export function arrangePlates(plans: readonly NetworkPlan[]): PlateLayout[] {
  const groups = new Map<string, number[]>();
  for (const [network, plan] of plans.entries()) {
    const key = groupKey(plan);
    groups.set(key, [...(groups.get(key) ?? []), network]);
  }
  return [...groups.values()].flatMap((networks) => arrangeGroup(networks, plans));
}

/** Tells apart what cannot be printed together. */
function groupKey({ scene, printer, files, settings }: NetworkPlan): string {
  const { slots, flavor, shells } = settings;
  const bands = scene.colorBands?.map(({ height, color }) => [height, color]);
  const { layerHeight = PROCESSES[printer!.process].layerHeight } = scene.source;
  return JSON.stringify([printer!.id, files[0]!.backend.id, layerHeight, slots, flavor, shells, bands]);
}

/** What of a network has to lie on one plate. */
interface Item extends PlatePieces {
  readonly network: number;
}

/** What lies on a plate so far. */
interface Filled {
  readonly items: readonly Item[];
  readonly lying: readonly Lying[];
}

function arrangeGroup(networks: readonly number[], plans: readonly NetworkPlan[]): PlateLayout[] {
  const { printer, settings } = plans[networks[0]!]!;
  const bed: Bed = { printer: printer!, slots: Number(settings.slots ?? printer!.colors.slots) };
  const items = networks.flatMap((network) =>
    platePieces(plans[network]!.scene).map((pieces): Item => ({ ...pieces, network })),
  );
  const largestFirst = items.toSorted((a, b) => areaOf(b) - areaOf(a));
  const plates = [
    fill(items, { bed, from: (plates) => Math.max(plates - 1, 0) }),
    fill(items, { bed, from: () => 0 }),
    fill(largestFirst, { bed, from: () => 0 }),
  ].reduce((best, other) => (other.length < best.length ? other : best));
  const colors = [...new Set(items.flatMap((item) => item.colors))];
  return plates.map(({ items: some, lying }) => {
    const [first, ...others] = some.map(
      ({ network, plate: part }, i): Place => ({ ...lying[i]!, network, part }),
    );
    return { places: [first!, ...others], colors };
  });
}

interface Bed {
  readonly printer: Printer;
  /** The most colours of a plate. */
  readonly slots: number;
}

function areaOf({ bounds: [{ min, max }] }: Item): number {
  return (max[0] - min[0]) * (max[1] - min[1]);
}

interface FillOptions {
  readonly bed: Bed;
  /** Which plate of so many is the first that something may still come onto. */
  readonly from: (plates: number) => number;
}

/** Puts one after the other on the first plate that has room, or else on a new one. */
function fill(items: readonly Item[], { bed, from }: FillOptions): Filled[] {
  const plates: Filled[] = [];
  // What a plate has no room for, as long as nothing else comes onto it.
  const refused = new Map<Filled, Set<string>>();
  for (const item of items) {
    const kind = JSON.stringify([waysOf(item), item.colors]);
    const fuller = (plate: Filled) => {
      if (refused.get(plate)?.has(kind)) return undefined;
      const filled = together([...plate.items, item], bed);
      if (filled === undefined) refused.set(plate, (refused.get(plate) ?? new Set()).add(kind));
      return filled;
    };
    let at = from(plates.length);
    let filled: Filled | undefined;
    while (at < plates.length && filled === undefined) filled = fuller(plates[at++]!);
    if (filled === undefined) plates.push({ items: [item], lying: [{ isTurned: false, at: [0, 0] }] });
    else plates[at - 1] = filled;
  }
  return plates;
}

/** Some networks on a plate; `undefined` where its slots or its bed do not hold all of them. */
function together(items: readonly Item[], { printer, slots }: Bed): Filled | undefined {
  const colors = new Set(items.flatMap((item) => item.colors)).size;
  if (colors > slots) return undefined;
  for (const area of areasOf(printer, colors)) {
    const lying = pack(items.map(waysOf), area);
    if (lying !== undefined) return { items, lying };
  }
  return undefined;
}

/** What of a bed there is to lie on. Where colours are changed, a tower stands behind all or beside all. */
function areasOf({ bed, process }: Printer, colors: number): Area[] {
  const { x, y, corner = [0, 0] } = bed!;
  const hasTower = process === 'fdm' && colors > 1;
  const rooms = hasTower
    ? ([
        [0, TOWER_ROOM],
        [TOWER_ROOM, 0],
      ] as const)
    : ([[0, 0]] as const);
  return rooms.map(([beside, behind]) => ({
    size: [x - beside, y - behind],
    // All that lies there has the middle of the bed.
    corner: [corner[0] - beside / 2, corner[1] - behind / 2],
  }));
}
