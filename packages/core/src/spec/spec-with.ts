import type { NetworkSpec, NetworkSpecInput } from './network-spec.ts';
import { defaultsOf, parseNetworkSpec } from './parse-network-spec.ts';
import { scaleSpec } from './scale-spec.ts';
import { SpecError } from './spec-error.ts';

/** The same network with some of it given otherwise; `undefined` where that contradicts something else that was given. */
export function specWith(spec: NetworkSpec, change: NetworkSpecInput): NetworkSpec | undefined {
  return unlessFaulty(() => parseNetworkSpec({ ...spec.given, ...change }, defaultsOf(spec)));
}

/** The same network in another size; `undefined` where a length gets out of its limits. */
export function specAt(spec: NetworkSpec, scale: number): NetworkSpec | undefined {
  return unlessFaulty(() => scaleSpec(spec, scale));
}

function unlessFaulty(make: () => NetworkSpec): NetworkSpec | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}
