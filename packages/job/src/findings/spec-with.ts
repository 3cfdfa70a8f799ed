import { type NetworkSpec, type NetworkSpecInput, parseNetworkSpec, SpecError } from '@neurofab/core';

/** The same network with some of it given otherwise; `undefined` where that contradicts something else that was given. */
export function specWith(spec: NetworkSpec, change: NetworkSpecInput): NetworkSpec | undefined {
  const tolerance = 'tolerance' in spec.resolution ? spec.resolution.tolerance : undefined;
  try {
    return parseNetworkSpec({ ...spec.given, ...change }, { tolerance });
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}
