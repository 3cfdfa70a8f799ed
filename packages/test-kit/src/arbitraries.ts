import type { LayerInput, NetworkSpecInput, WeightMatrix } from '@neurofab/core';
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

/** Networks with weights: missing, zero and tiny ones, of one sign or both, layers of which a part is drawn, odd numbers of sides. */
export function weightedNetworks(limits: NetworkLimits): fc.Arbitrary<NetworkSpecInput> {
  return networks(limits).chain(({ connectionRadius: _, layers, nodeRadius, ...input }) =>
    fc
      .record({
        layers: fc.tuple(...layers!.map((layer) => partlyDrawn(layer as number))),
        weights: fc.tuple(
          ...layers!.slice(1).map((rows, gap) => matrices(rows as number, layers![gap] as number)),
        ),
        thickest: fc.double({ min: 0.3, max: 1.8, noNaN: true }),
        thicknessBy: fc.constantFrom('area', 'linear'),
        signShape: fc.boolean(),
        resolution: fc.oneof(
          fc.constant(input.resolution!),
          fc.record({ segments: fc.integer({ min: 1, max: 12 }).map((half) => 2 * half + 1) }),
        ),
      })
      .map(({ thickest, ...drawn }) => {
        const widest = round(nodeRadius! * thickest);
        return { ...input, ...drawn, nodeRadius, thickest: widest, thinnest: round(widest * 0.4) };
      }),
  );
}

/** A layer of so many drawn nodes, of which there may be more. */
function partlyDrawn(drawn: number): fc.Arbitrary<LayerInput> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<LayerInput>(drawn) },
    fc
      .record({ place: fc.integer({ min: 0, max: drawn }), hidden: fc.integer({ min: 1, max: 1000 }) })
      .map(({ place, hidden }): LayerInput => {
        const nodes = Array.from({ length: drawn }, (_, i) => (i < place ? i : i + hidden));
        const shown = [...nodes.slice(0, place), '…', ...nodes.slice(place)];
        return { size: drawn + hidden, shown, labels: nodes.map((node) => `node ${node}`), flow: 1 / hidden };
      }),
  );
}

function matrices(rows: number, columns: number): fc.Arbitrary<WeightMatrix> {
  const weight = fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }).map(round) },
    fc.constantFrom(null, 0, 0.001),
  );
  const row = fc.array(weight, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
