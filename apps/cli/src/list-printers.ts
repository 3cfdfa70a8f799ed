import { toJson } from '@neurofab/core/internal';
import { fileFor, filterPrinters, type Printer, SLICERS } from '@neurofab/printers';
import { alignedRows, ownValuesText, printerAdvice, quoted } from '@neurofab/words';
import pc from 'picocolors';
import type { PrintersRequest } from './arguments/command-line.ts';
import { CommandError } from './errors.ts';
import { type Io, writeStdout } from './io.ts';
import { type OwnFile, readOwnFile } from './own/own-file.ts';
import { colorDepth } from './words/color-depth.ts';

/** Prints the printers whose rows have all the words that are asked for. Throws a CommandError if none has. */
export async function listPrinters({ filter, noConfig, json }: PrintersRequest, io: Io): Promise<void> {
  const printers = filterPrinters(filter);
  if (printers.length === 0) {
    throw new CommandError(`No printer matches ${quoted(filter)}. ${printerAdvice(filter)}`);
  }
  const own = noConfig ? undefined : await readOwnFile(io);
  await writeStdout(
    io,
    json ? toJson(printers.map((printer) => asJson(printer, own))) : table(printers, { io, own }),
  );
}

function table(
  printers: readonly Printer[],
  { io, own }: { readonly io: Io; readonly own: OwnFile | undefined },
): string {
  const { bold } = pc.createColors(colorDepth(io.stdout, io.env) > 1);
  const [head, ...rows] = alignedRows(
    [['id', 'printer', 'bed in mm', 'colours', 'writes', 'open in'], ...printers.map(asRow)],
    ['left', 'left', 'left', 'left', 'left', 'left'],
  );
  const kept = printers.flatMap(({ id, name }) => {
    const values = own?.printers.get(id);
    return values === undefined
      ? []
      : `Your own values for ${name}: ${ownValuesText(values)} (${own!.path}).`;
  });
  return [bold(head!), ...rows, ...(kept.length > 0 ? ['', ...kept] : []), ''].join('\n');
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

function asJson(printer: Printer, own: OwnFile | undefined): object {
  const { id, name, maker, aliases, bed = null, nozzle = null, process, colors, slicer, source } = printer;
  return {
    ...{ id, name, maker, aliases, process, nozzleMm: nozzle, bedMm: bed, colors },
    ...{ slicer: SLICERS[slicer].name, file: fileFor(printer), source },
    ...(own?.printers.has(id) && { own: own.printers.get(id) }),
  };
}
