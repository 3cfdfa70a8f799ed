import { type Bounds, layout, type NetworkSpec, type Scene } from '@neurofab/core';
import { countSlots, MODE_TRAITS, specAt } from '@neurofab/core/internal';
import { type BedFit, bedSize, fitBed, PRINTERS, type Printer, roundDown } from '@neurofab/printers';
import { type ThinConnections, thinConnections } from '@neurofab/printing';
import type { Standing } from '../plan/standing.ts';
import { withEllipses } from './ellipses.ts';
import type { Finding, Remedy } from './finding.ts';

/** The largest scale at which a network fits a printer's bed, all of it on one plate, and what would be thin at it. */
export interface Fitting {
  readonly scale: number;
  readonly thin?: ThinConnections | undefined;
}

/** How a network fits a printer, on one plate; `undefined` if no bed is known. */
export function fitting(spec: NetworkSpec, printer: Printer): Fitting | undefined {
  const fit = fitBed(sizeOf(onOnePlate(spec, printer)), printer);
  if (fit === undefined) return undefined;
  const scale = MODE_TRAITS[spec.mode].lies ? fittingScale(spec, printer, fit.scale) : fit.scale;
  return { scale, thin: thinConnections(spec, printer, scale) };
}

/** How large a network is that lies on one plate, as it takes least of a printer's bed. */
function onOnePlate(spec: NetworkSpec, printer: Printer): Bounds {
  return layout(spec, { bed: bedSize(printer), isOnePlate: true }).bounds;
}

/** The most tries to find a scale; each comes nearer by far. */
const MAX_TRIES = 8;

/** The scale that fits where some of a model does not grow with it, as the walls around pegs do not. */
function fittingScale(spec: NetworkSpec, printer: Printer, first: number): number {
  let scale = first;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const scaled = specAt(spec, scale);
    if (scaled === undefined) break;
    const { scale: more, tooLong } = fitBed(sizeOf(onOnePlate(scaled, printer)), printer)!;
    if (tooLong.length === 0 && more < 1.01) break;
    scale = Number((scale * more).toPrecision(12));
  }
  return roundDown(scale);
}

/** A model, and how many times as large it is as it was asked for. */
type Model = Pick<Standing, 'scene' | 'scale'>;

/** A model that a printer's bed does not hold: an axis a finding, with the scale that would fit. */
export function tooLargeFindings({ scene, scale }: Model, printer: Printer): Finding[] {
  const { tooLong } = fitBed(sizeOf(scene.bounds), printer) ?? { tooLong: [] };
  if (tooLong.length === 0) return [];
  const { scale: fits, thin } = fittingOf({ scene, scale }, printer);
  const remedies = remediesFor({ scene, scale }, printer);
  return tooLong.map(
    ({ axis, size: value, bed: limit }): Finding => ({
      code: 'too-large',
      level: 'refusal',
      path: ['scale'],
      axis,
      value,
      limit,
      printer: printer.name,
      scale: fits,
      ...(thin !== undefined && { thin }),
      ...(remedies.length > 0 && { remedies }),
    }),
  );
}

/** A model that no bed of the printers table holds, printer or none. */
export function noCommonBedFindings({ scene, scale }: Model): Finding[] {
  const value = sizeOf(scene.bounds);
  const fits = PRINTERS.flatMap((printer) => {
    const fit = fitBed(value, printer);
    return fit === undefined ? [] : [{ printer, ...fit }];
  });
  const { source } = scene;
  const holds = ({ tooLong }: BedFit) => tooLong.length === 0;
  if (fits.some(holds)) return [];
  if (MODE_TRAITS[source.mode].lies) {
    const laid = fits.map(
      ({ printer }) => fitBed(sizeOf(layout(source, { bed: bedSize(printer) }).bounds), printer)!,
    );
    if (laid.some(holds)) return [];
  }
  const { printer } = fits.reduce((best, fit) => (fit.scale > best.scale ? fit : best));
  const remedies = remediesFor({ scene, scale }, printer);
  return [
    {
      code: 'no-common-bed',
      level: 'warning',
      path: ['scale'],
      value,
      limit: printer.bed!,
      printer: printer.name,
      ...(remedies.length > 0 && { remedies }),
    },
  ];
}

/** What makes a model fit that does not: a smaller one, unless it would break, or less of it. */
function remediesFor({ scene, scale }: Model, printer: Printer): Remedy[] {
  const { scale: fits, thin } = fittingOf({ scene, scale }, printer);
  const smaller = thin === undefined ? [{ scale: fits }] : [];
  const short = withEllipses(scene.source);
  if (short === undefined) return smaller;
  const { layers } = short;
  const less = { scene: layout(short.spec, { bed: bedSize(printer) }), scale };
  if (fitBed(sizeOf(less.scene.bounds), printer)!.tooLong.length === 0) return [...smaller, { layers }];
  if (smaller.length > 0) return smaller;
  const both = fittingOf(less, printer);
  return both.thin === undefined ? [{ layers, scale: both.scale }] : [];
}

/** The scale of the network as it was asked for at which it fits a bed, which there must be. */
function fittingOf({ scene, scale }: Model, printer: Printer): Fitting {
  if (MODE_TRAITS[scene.source.mode].lies) {
    const { scale: more, thin } = fitting(scene.source, printer)!;
    return { scale: roundDown(scale * more), thin };
  }
  const [x, y, z] = sizeOf(scene.bounds);
  const { scale: fits } = fitBed([x / scale, y / scale, z / scale], printer)!;
  return { scale: fits, thin: thinConnections(scene.source, printer, fits / scale) };
}

/** What a slicer's prime tower takes beside the model, with some distance: from 35 mm square in Bambu Studio to 60 mm in PrusaSlicer. */
export const TOWER_ROOM = 40;

/** A model in several colours that leaves little room for the tower on which a nozzle is made ready for the next colour. */
export function towerFindings({ bounds, parts }: Scene, { bed, process }: Printer): Finding[] {
  if (bed === undefined || process !== 'fdm' || countSlots(parts) === 1) return [];
  const [x, y] = sizeOf(bounds);
  if (bed.x - x >= TOWER_ROOM || bed.y - y >= TOWER_ROOM) return [];
  return [{ code: 'no-room-for-tower', level: 'warning', path: ['scale'], limit: TOWER_ROOM }];
}

function sizeOf({ min, max }: Bounds): readonly [x: number, y: number, z: number] {
  return [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
}
