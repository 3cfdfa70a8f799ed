import { type NetworkSpec, SpecError, scaleSpec } from '@neurofab/core';
import { fittingScale } from './bed.ts';
import { InputError } from './errors.ts';
import type { Job } from './job.ts';

/** The network of the size that a job asks for, and how many times as large that is. Throws an InputError for a size that cannot be. */
export function resize(
  network: NetworkSpec,
  job: Pick<Job, 'scale' | 'fit' | 'printer'>,
): { readonly spec: NetworkSpec; readonly scale: number } {
  const scale = job.fit ? fittingScale(network, job.printer!) : job.scale;
  if (scale === 1) return { spec: network, scale };
  try {
    return { spec: scaleSpec(network, scale), scale };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new InputError(error.message.split('\n').map((line) => `--scale ${scale}: ${line}`));
  }
}
