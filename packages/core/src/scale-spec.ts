import { minBaseRadius } from './base.ts';
import type { NetworkSpec } from './network-spec.ts';
import { parseNetworkSpec } from './parse-network-spec.ts';

/**
 * The same network so many times as large. The tolerance stays: it is a length on the printed model, of any size. Throws a SpecError
 * where a length gets out of its limits.
 */
export function scaleSpec(spec: NetworkSpec, factor: number): NetworkSpec {
  // Not rounded further: sizes that are each other's half or quarter stay so to the last bit.
  const length = (value: number) => value * factor;
  const { base } = spec;
  const scaled = {
    ...spec,
    nodeRadius: length(spec.nodeRadius),
    connectionRadius: length(spec.connectionRadius),
    nodeSpacing: length(spec.nodeSpacing),
    layerSpacing: length(spec.layerSpacing),
  };
  if (base.shape === 'none') return parseNetworkSpec(scaled);
  const radius = length(base.radius);
  // Rounding must not take a post's footing away.
  const least = base.posts ? minBaseRadius(scaled) : 0;
  return parseNetworkSpec({
    ...scaled,
    base: { ...base, radius: Math.max(radius, least), thickness: length(base.thickness) },
  });
}
