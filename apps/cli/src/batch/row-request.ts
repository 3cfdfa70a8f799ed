import { isAbsolute } from 'node:path';
import type { BatchRequest, WriteRequest } from '../arguments/command-line.ts';
import { type GivenNetwork, networkRequest } from '../arguments/network-request.ts';
import { inFolder } from '../files/outputs.ts';
import type { ColumnMeaning } from './find-columns.ts';
import type { RowFault, TableRow } from './table.ts';

export interface RowRequestContext {
  readonly batch: BatchRequest;
  readonly folder: string;
  readonly meanings: ReadonlyMap<string, ColumnMeaning>;
}

/** What a row asks for, as the command line would say it, and which of its cells no flag takes. */
export function rowRequest(
  { number: row, cells }: TableRow,
  { batch, folder, meanings }: RowRequestContext,
): { readonly request: WriteRequest; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const options: Record<string, unknown> = {};
  let layers: string | undefined;
  let model: string | undefined;
  for (const [name, cell] of cells) {
    const column = meanings.get(name);
    if (column === 'layers') layers = cell;
    else if (column === 'model') model = cell;
    else if (column !== undefined) {
      try {
        options[column.attribute] = column.read(cell);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        faults.push({ row, column: name, message: error.message });
      }
    }
  }
  const models = model === undefined ? [] : [model];
  const given = over(batch.given, { layers, models, options });
  const [output = ''] = (options.output as readonly string[] | undefined) ?? [];
  const path = isAbsolute(output) ? output : inFolder(folder, output);
  const outputs = path === '' ? [] : [path];
  return { request: { kind: 'write', ...networkRequest(given), outputs, json: batch.json }, faults };
}

/** What holds for all rows with what a row says instead: a network of its own, or another size, takes the place of the one for all. */
function over(all: GivenNetwork, { layers, models, options }: GivenNetwork): GivenNetwork {
  const isNamed =
    models.length > 0 || ['example', 'spec', 'from'].some((name) => options[name] !== undefined);
  const replaced = [
    ...(isNamed ? ['example', 'spec', 'from'] : []),
    ...(layers === undefined ? [] : ['example']),
    ...(options.scale === undefined ? [] : ['fit']),
    ...(options.fit === true ? ['scale'] : []),
  ];
  const kept = Object.fromEntries(Object.entries(all.options).filter(([name]) => !replaced.includes(name)));
  return {
    layers: layers ?? (isNamed ? undefined : all.layers),
    models: isNamed || layers !== undefined ? models : all.models,
    options: { ...kept, ...options },
  };
}
