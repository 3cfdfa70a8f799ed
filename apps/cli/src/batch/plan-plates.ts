import { VERSION } from '@neurofab/core';
import {
  arrangePlates,
  type Format,
  numbered,
  type Place,
  type PlatePlan,
  type PlateScene,
  plateOf,
} from '@neurofab/job';
import { type PlacedFile, placeFiles } from '../files/outputs.ts';
import type { Io } from '../io.ts';
import type { BatchFolder } from './batch-folder.ts';
import { sha256 } from './batch-record.ts';
import type { RowGroup } from './group-rows.ts';
import { inside, type PlannedRow, type RowFile } from './plan-rows.ts';
import type { PlateTask } from './work.ts';

/** A plate of which all is known but what making and printing it shows. */
export interface PlannedPlate {
  /** From 1. */
  readonly number: number;
  /** Those of its networks, in their order. */
  readonly rows: readonly [PlannedRow, ...PlannedRow[]];
  readonly plate: PlateScene;
  readonly plan: PlatePlan;
  readonly task: PlateTask;
  /** SHA-256 of all that its bytes follow from. */
  readonly hash: string;
  readonly placed: readonly PlacedFile[];
  readonly files: readonly RowFile[];
}

export interface PlanPlatesContext {
  readonly folder: BatchFolder;
  readonly io: Io;
  readonly formats: readonly Format[];
}

/** A network of a row, with a name that no other has. */
interface NamedRow {
  readonly row: PlannedRow;
  readonly name: string;
  readonly group: RowGroup;
}

/** The plates of all rows. Throws a CommandError for the first file that cannot be written. */
export async function planPlates(
  groups: readonly RowGroup[],
  context: PlanPlatesContext,
): Promise<PlannedPlate[]> {
  const rows = namedRows(groups);
  const plates: PlannedPlate[] = [];
  const layouts = arrangePlates(rows.map(({ group }) => group.rows[0].plan));
  for (const [i, layout] of layouts.entries()) {
    const own = [...new Set(layout.places.map(({ network }) => network))];
    const ofOwn = (place: Place) => ({ ...place, network: own.indexOf(place.network) });
    const [first, ...others] = layout.places;
    const places = [ofOwn(first), ...others.map(ofOwn)] as const;
    const named = own.map((network) => rows[network]!);
    plates.push(await planPlate(i + 1, named, { ...context, layout: { ...layout, places } }));
  }
  return plates;
}

/** In the order of the table. What is called as one before it is numbered from 2. */
function namedRows(groups: readonly RowGroup[]): NamedRow[] {
  const rows = groups
    .flatMap((group) => group.rows.map((row) => ({ row, group })))
    .toSorted((one, other) => one.row.row - other.row.row);
  const names = rows.map(({ row: { plan } }) => {
    const { given, text, name } = plan.spec;
    return given.name === undefined ? (text ?? name) : name;
  });
  const own = numbered(names, ' ');
  return rows.map((row, i) => ({ ...row, name: own[i]! }));
}

async function planPlate(
  number: number,
  named: readonly NamedRow[],
  { layout, folder, io, formats }: PlanPlatesContext & Pick<PlateTask, 'layout'>,
): Promise<PlannedPlate> {
  const [first, ...others] = named.map(({ row }) => row);
  // Equal networks are one object, so that a thread lays them out once.
  const networks = named.map(({ name, group }) => ({ name, asked: group.rows[0].read.asked }));
  const task = { number, layout, networks, price: first!.read.price };
  const { plate, plan } = await plateOf(task, { formats });
  const outputs = plan.files.map(() => ({ folder: folder.path }));
  const placed = await placeFiles(plan.files, outputs, { io, request: first!.request });
  const hashes = named.map(({ name, group }) => [name, group.hash]);
  return {
    number,
    rows: [first!, ...others],
    plate,
    plan,
    task,
    hash: sha256(JSON.stringify([VERSION, number, layout, hashes])),
    placed,
    files: placed.map((file) => inside(file, folder)),
  };
}
