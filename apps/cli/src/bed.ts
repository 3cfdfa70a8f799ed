import {
  type Bounds,
  countSlots,
  formatDecimal,
  layout,
  type NetworkSpec,
  type Scene,
  thinnestConnection,
} from '@neurofab/core';
import { fitBed, PROCESSES, type Printer, thinnestRod } from '@neurofab/printers';
import { InputError } from './errors.ts';

/** The largest scale at which a network fits a printer's bed. Throws an InputError if its connections would be too thin to print. */
export function fittingScale(spec: NetworkSpec, printer: Printer): number {
  const { scale } = fitBed(sizeOf(layout(spec).bounds), printer)!;
  const fault = tooThin(spec, scale, printer);
  if (fault === undefined) return scale;
  throw new InputError([
    `--fit: At --scale ${scale}, which fits ${printer.name}, ${fault} Use fewer layers or nodes, thicker connections (--connection-radius) or a larger printer.`,
  ]);
}

/** Throws an InputError for a model that a printer's bed does not hold: one fault an axis, with the scale that would fit. */
export function refuseTooLarge({ source: spec, bounds }: Scene, printer: Printer, scale: number): void {
  const fit = fitBed(sizeOf(bounds), printer);
  if (fit === undefined || fit.tooLong.length === 0) return;
  // Of the network as it was asked for.
  const [x, y, z] = sizeOf(bounds);
  const { scale: fitting } = fitBed([x / scale, y / scale, z / scale], printer)!;
  const fault = tooThin(spec, fitting / scale, printer);
  const advice =
    fault === undefined
      ? `--scale ${fitting} (or --fit) would fit.`
      : `--scale ${fitting} would fit, but ${fault}`;
  throw new InputError(
    fit.tooLong.map(
      ({ axis, size, bed }) =>
        `The model is ${millimetres(size)} along ${axis}, but ${printer.name} takes ${millimetres(bed)}; ${advice}`,
    ),
  );
}

/** What a maker should know of a network that a printer can print all the same. */
export function thinRodWarnings(spec: NetworkSpec, printer: Printer): string[] {
  const fault = tooThin(spec, 1, printer);
  return fault === undefined ? [] : [`${fault.charAt(0).toUpperCase()}${fault.slice(1)}`];
}

/** What a slicer's prime tower takes beside the model, with some distance: from 35 mm square in Bambu Studio to 60 mm in PrusaSlicer. */
const TOWER_ROOM = 40;

/** That a model in several colours leaves little room for the tower on which a nozzle is made ready for the next colour. */
export function towerWarnings({ bounds, parts }: Scene, { bed, process }: Printer): string[] {
  if (bed === undefined || process !== 'fdm' || countSlots(parts) === 1) return [];
  const [x, y] = sizeOf(bounds);
  if (bed.x - x >= TOWER_ROOM || bed.y - y >= TOWER_ROOM) return [];
  return [
    `The model leaves less than ${TOWER_ROOM} mm beside it: the slicer's prime tower may find no room. A smaller --scale makes some.`,
  ];
}

/** That connections are too thin at a scale, as a clause; `undefined` if they are not. */
function tooThin(spec: NetworkSpec, scale: number, printer: Printer): string | undefined {
  const thickness = thinnestConnection(spec) * scale;
  const least = thinnestRod(printer);
  if (thickness >= least) return undefined;
  return `connections would be ${millimetres(thickness)} thick, and ${PROCESSES[printer.process].label} needs ${millimetres(least)}.`;
}

function sizeOf({ min, max }: Bounds): readonly [x: number, y: number, z: number] {
  return [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
}

function millimetres(length: number): string {
  return `${formatDecimal(length, 2)} mm`;
}
