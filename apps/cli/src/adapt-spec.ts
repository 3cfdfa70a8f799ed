import {
  colorBy,
  fitSlots,
  type HexColor,
  layout,
  type NetworkSpec,
  SpecError,
  scaleSpec,
} from '@neurofab/core';
import { fittingScale } from './bed.ts';
import { InputError } from './errors.ts';
import type { Job } from './job.ts';

/** A network as it is to be printed. */
export interface AdaptedSpec {
  readonly spec: NetworkSpec;
  /** How many times as large as it was asked for. */
  readonly scale: number;
  /** What is printed in a colour other than its own, since there are too few slots. */
  readonly merged: readonly MergedPart[];
}

export interface MergedPart {
  readonly name: string;
  readonly color: HexColor;
  readonly printedColor: HexColor;
}

/** A network in the colours, on the slots and of the size that a job asks for. Throws an InputError for a size that cannot be. */
export function adaptSpec(
  network: NetworkSpec,
  job: Pick<Job, 'colorBy' | 'slots' | 'scale' | 'fit' | 'printer'>,
): AdaptedSpec {
  const colored = colorBy(network, job.colorBy);
  const fitted = job.slots === undefined ? colored : fitSlots(colored, job.slots);
  const scale = job.fit ? fittingScale(fitted, job.printer!) : job.scale;
  return {
    spec: scale === 1 ? fitted : scaled(fitted, scale),
    scale,
    merged: mergedParts(colored, fitted),
  };
}

function scaled(spec: NetworkSpec, scale: number): NetworkSpec {
  try {
    return scaleSpec(spec, scale);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new InputError(error.message.split('\n').map((line) => `--scale ${scale}: ${line}`));
  }
}

function mergedParts(before: NetworkSpec, after: NetworkSpec): MergedPart[] {
  if (before === after) return [];
  const printed = layout(after).parts;
  return layout(before).parts.flatMap(({ name, color }, i) =>
    color === printed[i]!.color ? [] : [{ name, color, printedColor: printed[i]!.color }],
  );
}
