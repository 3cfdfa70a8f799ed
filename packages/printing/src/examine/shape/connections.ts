import type { NetworkScene, NetworkSpec } from '@neurofab/core';
import { thinnestConnection } from '@neurofab/core/internal';
import { type ProcessId, thinnestRod } from '@neurofab/printers';
import type { Check, Machine } from '../check.ts';
import { LIMITS, THINNEST_SOURCES } from '../limits.ts';
import type { PrintRemedy } from '../print-finding.ts';
import { networkPiece } from './lines.ts';
import { nozzleOf } from './nozzle-of.ts';

/** Diameters in millimetres: of the thinnest connection, and what a process needs. */
export interface ThinConnections {
  readonly value: number;
  readonly limit: number;
  readonly process: ProcessId;
  /** Where the owner of the printer found out what it makes. */
  readonly isOwn?: true;
}

/** Connections that are too thin to print at a scale; `undefined` if they are not. */
export function thinConnections(spec: NetworkSpec, printer: Machine, scale = 1): ThinConnections | undefined {
  const value = thinnestConnection(spec) * scale;
  const limit = leastRod(spec, printer);
  return value >= limit ? undefined : { value, limit, process: printer.process, ...ownLimit(spec) };
}

/** The least diameter that a printer makes, as its owner found out, or as printers of its kind do. */
function leastRod({ own }: NetworkSpec, printer: Machine): number {
  return own?.thinnest ?? thinnestRod(printer);
}

function ownLimit({ own }: NetworkSpec): Pick<ThinConnections, 'isOwn'> {
  return own?.thinnest === undefined ? {} : { isOwn: true };
}

const OWN_SOURCE = 'what its owner found out: neurofab coupon';

export const THIN_CONNECTIONS: Check = {
  code: 'thin-connections',
  path: ['network'],
  isBad: 'below',
  limit: (printer, { source: spec }) => {
    const { value, error, source } = LIMITS.thinConnections;
    const itsSource = THINNEST_SOURCES[printer.process] ?? source;
    const least = leastRod(spec, printer);
    const own = ownLimit(spec);
    return {
      value: value * least,
      error: error! * least,
      source: own.isOwn ? OWN_SOURCE : itsSource,
      ...own,
    };
  },
  measure: ({ source }) => ({ value: thinnestConnection(source) }),
  changes: ({ source }, { value, limit }) => [...thicker(source, limit), { scale: limit / value }],
};

export const NARROW_CONTACT: Check = {
  code: 'narrow-contact',
  path: ['network'],
  isBad: 'below',
  limit: (printer) => {
    const { value, source } = LIMITS.narrowContact;
    return printer.process === 'fdm' ? { value: value * nozzleOf(printer), source } : undefined;
  },
  measure: (scene) => {
    const value = contactWidth(scene);
    return value === undefined ? undefined : { value };
  },
  // At the deepest cut that there is, a connection touches the bed over 0.71 of its diameter.
  changes: ({ source }, { limit }) => thicker(source, limit / Math.sqrt(1 - LIMITS.wholeLayers.value ** 2)),
};

/** The least width over which connections that lie on the bed touch it; `undefined` where none does. */
function contactWidth(scene: NetworkScene): number | undefined {
  const { rods = [] } = networkPiece(scene) ?? {};
  let least = Infinity;
  for (const some of rods) {
    for (const rod of some) {
      if (rod.kind !== 'cylinder') break;
      const { from, to, radius } = rod;
      const height = from[2];
      if (height === to[2] && height < radius) {
        least = Math.min(least, 2 * Math.sqrt(radius ** 2 - height ** 2));
      }
      if (some.alike) break;
    }
  }
  return least === Infinity ? undefined : least;
}

/** The thinnest connections so many millimetres in diameter; of weighted ones those that are thinner are left out. */
function thicker({ weights, thickest = 0 }: NetworkSpec, diameter: number): PrintRemedy[] {
  if (weights === undefined) return [{ connectionRadius: diameter / 2 }];
  return diameter <= thickest ? [{ thinnest: diameter }] : [];
}
