import { toJson } from '@neurofab/core/internal';
import { fileFor, filterPrinters, type Printer, SLICERS } from '@neurofab/printers';
import { printerAdvice, quoted } from '@neurofab/words';
import pc from 'picocolors';
import type { PrintersRequest } from './arguments/command-line.ts';
import { CommandError } from './errors.ts';
import { type Io, writeStdout } from './io.ts';
import { colorDepth } from './words/color-depth.ts';
import { alignedRows } from './words/table.ts';

/** Prints the printers whose rows have all the words that are asked for. Throws a CommandError if none has. */
export async function listPrinters({ filter, json }: PrintersRequest, io: Io): Promise<void> {
  const printers = filterPrinters(filter);
  if (printers.length === 0) {
    throw new CommandError(`No printer matches ${quoted(filter)}. ${printerAdvice(filter)}`);
  }
  await writeStdout(io, json ? toJson(printers.map(asJson)) : table(printers, io));
}

function table(printers: readonly Printer[], io: Io): string {
  const { bold } = pc.createColors(colorDepth(io.stdout, io.env) > 1);
  const [head, ...rows] = alignedRows(
    [['id', 'printer', 'bed in mm', 'colours', 'writes', 'open in'], ...printers.map(asRow)],
    ['left', 'left', 'left', 'left', 'left', 'left'],
  );
  return [bold(head!), ...rows, ''].join('\n');
}

/** What stands in a printer's row of the table. */
export function asRow(printer: Printer): string[] {
  const { id, name, bed, colors, slicer } = printer;
  const { format, flavor } = fileFor(printer);
  return [
    id,
    name,
    bed === undefined ? 'any' : `${bed.x} × ${bed.y} × ${bed.z}`,
    colors.slots === 1 ? '1' : `${colors.slots} (${colors.system})`,
    format === 'stl' ? 'STL' : `3MF, ${flavor}`,
    SLICERS[slicer].name,
  ];
}

function asJson(printer: Printer): object {
  const { id, name, maker, aliases, bed = null, nozzle = null, process, colors, slicer, source } = printer;
  return {
    ...{ id, name, maker, aliases, process, nozzleMm: nozzle, bedMm: bed, colors },
    ...{ slicer: SLICERS[slicer].name, file: fileFor(printer), source },
  };
}
