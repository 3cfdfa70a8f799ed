import { minBaseRadius } from './base.ts';
import type { NetworkSpec } from './network-spec.ts';
import { parseNetworkSpec } from './parse-network-spec.ts';
import { shortenSpec } from './shorten-spec.ts';

/**
 * The same network so many times as large. The tolerance stays: it is a length on the printed model, of any size. Throws a SpecError
 * where a length gets out of its limits.
 */
export function scaleSpec(spec: NetworkSpec, factor: number): NetworkSpec {
  const { preset, input } = shortenSpec(spec);
  const length = (value: number | undefined) => (value === undefined ? undefined : value * factor);
  // Lengths that follow from the node radius go on doing so, as all defaults are multiples of it.
  const scaled = {
    ...input,
    nodeRadius: length(spec.nodeRadius),
    connectionRadius: length(input.connectionRadius),
    nodeSpacing: length(input.nodeSpacing),
    layerSpacing: length(input.layerSpacing),
  };
  if (input.base === undefined) return parseNetworkSpec(scaled, { preset });
  const { radius, thickness } = input.base;
  const base = { ...input.base, radius: length(radius), thickness: length(thickness) };
  if (base.radius !== undefined && spec.base.shape === 'disc' && spec.base.posts) {
    // Rounding must not take a post's footing away.
    const sizes = parseNetworkSpec({ ...scaled, base: undefined }, { preset });
    base.radius = Math.max(base.radius, minBaseRadius(sizes));
  }
  return parseNetworkSpec({ ...scaled, base }, { preset });
}
