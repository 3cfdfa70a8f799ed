import type { NetworkScene } from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import type { Limit } from './limits.ts';
import type { PrintFinding, PrintRemedy, Where } from './print-finding.ts';
import { mending } from './remedies.ts';
import { rounded } from './rounded.ts';

/** One thing to look at in a scene, in closed form. */
export interface Check {
  readonly code: PrintFinding['code'];
  readonly path: PrintFinding['path'];
  /** On which side of the limit it is a finding. */
  readonly isBad: 'below' | 'above';
  /** `undefined` where it is nothing to a printer. */
  readonly limit: (printer: Machine, scene: NetworkScene) => Limit | undefined;
  /** `undefined` where there is nothing of the kind. */
  readonly measure: (scene: NetworkScene, printer: Machine) => Measured | undefined;
  /** Changes to the network as large as it is that may mend it, best first. */
  readonly changes: (
    scene: NetworkScene,
    found: { readonly value: number; readonly limit: number },
  ) => readonly PrintRemedy[];
}

/** What a check asks of a printer. */
export type Machine = Pick<Printer, 'process' | 'nozzle'>;

export interface Measured {
  readonly value: number;
  readonly where?: Where;
}

export interface ExamineOptions {
  /** How many times as large as it was asked for the scene is, which remedies take into account; 1 if left out. */
  readonly scale?: number | undefined;
}

/** A share: lengths that follow from others are off in the last bits, and turned ones by others. */
const SAME = 1e-9;

/** For checks that ask nothing of it. */
const ANY_MACHINE: Machine = { process: 'fdm' };

/** What a check finds, with those of its changes that mend it. */
export function findingOf(
  { code, path, isBad, limit: limitFor, measure, changes }: Check,
  scene: NetworkScene,
  { printer, scale = 1 }: ExamineOptions & { readonly printer: Machine | undefined },
): PrintFinding[] {
  const machine = printer ?? ANY_MACHINE;
  const known = limitFor(machine, scene);
  const measured = known && measure(scene, machine);
  if (known === undefined || measured === undefined) return [];
  const isBeyond = (value: number, limit: number) =>
    isBad === 'below' ? value < limit * (1 - SAME) : value > limit * (1 + SAME);
  const { value, where } = measured;
  const { value: limit, error = isBad === 'below' ? -Infinity : Infinity, source, isOwn } = known;
  if (!isBeyond(value, limit)) return [];
  const isWell = (other: NetworkScene) => {
    const its = measure(other, machine);
    const most = limitFor(machine, other)?.value;
    return its === undefined || most === undefined || !isBeyond(its.value, most);
  };
  const remedies = mending(scene, changes(scene, { value, limit }), { scale, isWell });
  const finding = {
    code,
    level: isBeyond(value, error) ? 'error' : 'warning',
    path,
    ...(where !== undefined && { where }),
    value: rounded(value),
    limit: rounded(limit),
    source,
    ...(isOwn && { isOwn }),
    ...(printer !== undefined && { process: printer.process }),
    ...(remedies.length > 0 && { remedies }),
  };
  return [finding as PrintFinding];
}
