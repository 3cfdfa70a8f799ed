import type { NetworkSpecInput } from '@neurofab/core';
import fc from 'fast-check';

export interface NetworkLimits {
  readonly maxLayers: number;
  readonly maxNodes: number;
}

/** Networks that Neurofab accepts, of any proportions, coarse enough to be quick. */
export function networks({ maxLayers, maxNodes }: NetworkLimits): fc.Arbitrary<NetworkSpecInput> {
  const ratio = (min: number, max: number) =>
    fc.double({ min, max, noNaN: true }).map((value) => round(value));
  return fc
    .record({
      layers: fc.array(fc.integer({ min: 1, max: maxNodes }), { minLength: 2, maxLength: maxLayers }),
      nodeRadius: ratio(0.5, 20),
      connection: ratio(0.1, 0.9),
      nodes: ratio(2.05, 6),
      layersApart: ratio(2.05, 12),
      thickness: ratio(0.05, 2),
      base: fc.constantFrom('disc' as const, 'none' as const),
      resolution: fc.oneof(
        fc.record({ segments: fc.integer({ min: 4, max: 24 }) }),
        fc.record({ tolerance: ratio(0.02, 0.5) }),
      ),
      asDefault: fc.record({ connection: fc.boolean(), spacing: fc.boolean(), thickness: fc.boolean() }),
    })
    .map(({ layers, nodeRadius, base, resolution, asDefault, ...ratios }) => ({
      layers,
      nodeRadius,
      resolution,
      ...(!asDefault.connection && { connectionRadius: round(nodeRadius * ratios.connection) }),
      ...(!asDefault.spacing && {
        nodeSpacing: round(nodeRadius * ratios.nodes),
        layerSpacing: round(nodeRadius * ratios.layersApart),
      }),
      base: {
        shape: base,
        ...(base === 'disc' && !asDefault.thickness && { thickness: round(nodeRadius * ratios.thickness) }),
      },
    }));
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
