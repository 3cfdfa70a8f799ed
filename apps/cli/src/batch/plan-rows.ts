import { isAbsolute, relative, sep } from 'node:path';
import { SpecError } from '@neurofab/core';
import { type Format, type Plan, planJob } from '@neurofab/job';
import type { BatchRequest, WriteRequest } from '../arguments/command-line.ts';
import { CommandError, InputError } from '../errors.ts';
import { type PlacedFile, placeFiles } from '../files/outputs.ts';
import type { FileTarget } from '../files/target.ts';
import type { Io } from '../io.ts';
import { type NetworkToWrite, type ReadNetworkContext, readNetwork } from '../read-network.ts';
import { refuse } from '../words/findings.ts';
import { BATCH_RECORD, type BatchFolder } from './batch-folder.ts';
import { faultsText } from './faults-text.ts';
import { findColumns, nameOf } from './find-columns.ts';
import { columnsOfOne, refuseOffPlate } from './plate-rules.ts';
import { readModelsOnce } from './read-models-once.ts';
import { rowRequest } from './row-request.ts';
import type { RowFault, Table, TableRow } from './table.ts';

/** A row of which all is known but what making and printing it shows. */
export interface PlannedRow {
  readonly row: number;
  readonly request: WriteRequest;
  readonly read: NetworkToWrite;
  readonly plan: Plan;
  /** None where its network shares a plate. */
  readonly placed: readonly PlacedFile[];
  /** The same as files in the folder of the set. */
  readonly files: readonly RowFile[];
}

/** A file that a row makes. */
export interface RowFile {
  /** In the words of whoever named the folder. */
  readonly path: string;
  /** The way to it from the folder, with slashes. */
  readonly name: string;
  readonly target: FileTarget;
  /** The format's id. */
  readonly format: string;
}

export interface PlanRowsContext {
  readonly batch: BatchRequest;
  readonly folder: BatchFolder;
  readonly io: Io;
  readonly formats: readonly Format[];
}

/** The plans of all rows. Throws an InputError for all faults of all rows at once. */
export async function planRows(table: Table, context: PlanRowsContext): Promise<PlannedRow[]> {
  const found = findColumns(table, context.batch.columns);
  const { meanings } = found;
  const ofColumns = [...found.faults, ...(context.batch.plates ? columnsOfOne(table, found) : [])];
  const faults = [...table.faults];
  const planned: PlannedRow[] = [];
  const columns = new Map([...meanings].map(([name, meaning]) => [nameOf(meaning), name]));
  const readModel = readModelsOnce();
  // Of a row with cells too many nobody knows which is which.
  const misshapen = new Set(table.faults.map(({ row }) => row));
  for (const row of table.rows.filter(({ number }) => !misshapen.has(number))) {
    const { request, faults: ofCells } = rowRequest(row, {
      ...context,
      folder: context.folder.path,
      meanings,
    });
    faults.push(...ofCells);
    try {
      const text = row.cells.get(columns.get('text') ?? '');
      planned.push(await planRow(row.number, request, { ...context, readModel, text }));
    } catch (error) {
      faults.push(...messagesOf(error).map((message) => ofRow(row, message, columns)));
    }
  }
  faults.push(...sharedPlaces(planned, table));
  const all = [
    ...ofColumns,
    ...faultsText(
      faults.toSorted((one, other) => one.row - other.row),
      table,
    ),
  ];
  if (all.length > 0) throw new InputError(all);
  return planned;
}

interface PlanRowContext extends PlanRowsContext, Pick<ReadNetworkContext, 'readModel'> {
  /** Of the row itself: what its files are called where it has no name. */
  readonly text: string | undefined;
}

async function planRow(
  row: number,
  request: WriteRequest,
  { batch, io, formats, folder, readModel, text }: PlanRowContext,
): Promise<PlannedRow> {
  if ([...request.models, request.spec, request.from].includes('-')) {
    throw new CommandError('Standard input can be read once only, so no row can read it. Name a file.');
  }
  const { asked, ...others } = await readNetwork(request, { io, formats, readModel, makesFolders: true });
  const read = { ...others, asked: { ...asked, fileName: asked.fileName ?? text } };
  const plan = planJob(read.asked, { formats });
  if (batch.plates) {
    refuse(plan.findings, { request, saved: read.saved });
    refuseOffPlate(plan);
    return { row, request, read, plan, placed: [], files: [] };
  }
  const placed = await placeFiles(plan.files, read.outputs, { io, request });
  const files = placed.map((file) => inside(file, folder));
  refuse(plan.findings, { request, saved: read.saved, placed });
  return { row, request, read, plan, placed, files };
}

/** A file as one in the folder of its set. Throws a CommandError for one that is elsewhere. */
export function inside({ path, target, file }: PlacedFile, { path: folder, root }: BatchFolder): RowFile {
  const way = target.kind === 'file' ? relative(root, target.path) : '..';
  if (target.kind !== 'file' || isAbsolute(way) || way.split(sep)[0] === '..') {
    throw new CommandError(`--output: ${path} is no file in ${folder || 'this folder'}.`);
  }
  if (way === BATCH_RECORD)
    throw new CommandError(`--output: ${path} is where a set notes what was written.`);
  return { path, target, name: way.replaceAll(sep, '/'), format: file.backend.id };
}

/** A fault of the network in a row, at the column whose flag it is about. */
function ofRow(
  { number: row, cells }: TableRow,
  message: string,
  columns: ReadonlyMap<string, string>,
): RowFault {
  const [, name = '', place = '', rest = ''] = /^(?:--)?([\w-]+)(, colour \d+)?: (.*)$/s.exec(message) ?? [];
  const column = columns.get(name);
  if (column === undefined || !cells.has(column)) return { row, message };
  return { row, column: column + place, message: rest };
}

/** What is wrong with a network; another error is thrown on. */
export function messagesOf(error: unknown): readonly string[] {
  if (error instanceof InputError) return error.faults;
  if (error instanceof SpecError) return error.message.split('\n');
  if (error instanceof CommandError) return [error.message];
  throw error;
}

/** Rows whose files would replace those of rows before, on some system: many take capitals for small letters. */
function sharedPlaces(planned: readonly PlannedRow[], { noun }: Table): RowFault[] {
  const firsts = new Map<string, RowFile & Pick<PlannedRow, 'row'>>();
  return planned.flatMap(({ row, files }) =>
    files.flatMap((file) => {
      const key = file.name.normalize().toLowerCase();
      const first = firsts.get(key);
      if (first !== undefined) return { row, message: sharedText(file, first, noun) };
      firsts.set(key, { ...file, row });
      return [];
    }),
  );
}

function sharedText(
  { path, name }: RowFile,
  first: RowFile & Pick<PlannedRow, 'row'>,
  noun: Table['noun'],
): string {
  const isAlike = name.normalize() === first.name.normalize();
  const both = isAlike
    ? `as ${noun} ${first.row} does.`
    : `and ${noun} ${first.row} ${first.path}: capitals do not tell files apart.`;
  return `Makes ${path}, ${both} Give each a name, or an output, of its own.`;
}
