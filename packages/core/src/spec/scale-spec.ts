import { minBaseRadius } from './base.ts';
import { FIELDS, putAt, valueAt } from './fields.ts';
import type { NetworkSpec, NetworkSpecInput } from './network-spec.ts';
import { defaultsOf, parseNetworkSpec } from './parse-network-spec.ts';

/**
 * The same network so many times as large. The tolerance stays: it is a length on the printed model, of any size. Throws a SpecError
 * where a length gets out of its limits.
 */
export function scaleSpec(spec: NetworkSpec, factor: number): NetworkSpec {
  // Lengths that follow from the node radius go on doing so, as all defaults are multiples of it.
  const given = { ...spec.given, nodeRadius: spec.nodeRadius };
  const scaled: Record<string, unknown> = {};
  for (const { path, kind } of FIELDS) {
    const value = valueAt(given, path);
    putAt(scaled, path, kind.kind === 'length' && value !== undefined ? (value as number) * factor : value);
  }
  const options = defaultsOf(spec);
  const { base } = scaled as NetworkSpecInput;
  if (base?.radius !== undefined && spec.base.shape === 'disc' && spec.base.posts) {
    // Rounding must not take a post's footing away.
    const sizes = parseNetworkSpec({ ...scaled, base: undefined }, options);
    scaled.base = { ...base, radius: Math.max(base.radius, minBaseRadius(sizes)) };
  }
  return parseNetworkSpec(scaled, options);
}
