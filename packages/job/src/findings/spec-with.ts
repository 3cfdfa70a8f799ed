import { type NetworkSpec, type NetworkSpecInput, parseNetworkSpec, SpecError } from '@neurofab/core';

/** The same network with some of it given otherwise; `undefined` where that contradicts something else that was given. */
export function specWith(spec: NetworkSpec, change: NetworkSpecInput): NetworkSpec | undefined {
  const { mode, resolution } = spec;
  const tolerance = 'tolerance' in resolution ? resolution.tolerance : undefined;
  try {
    return parseNetworkSpec({ ...spec.given, ...change }, { tolerance, mode });
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}
